package io.openintegration.daemon.spi;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Permits every address but those in some networks.
 *
 * @param networks to keep away from
 */
public record RefusedNetworks(List<Network> networks) implements ConnectionPolicy {

    /**
     * What is refused where no setting says otherwise: link-local addresses, and those under which clouds hand out the
     * credentials of the machine to whoever asks from it, also through the translation of IPv4 into IPv6; addresses that
     * stand for no host, and those of groups.
     */
    public static final RefusedNetworks STANDARD = new RefusedNetworks(List.of(
            Network.of("169.254.0.0/16"),
            Network.of("fe80::/10"),
            Network.of("64:ff9b::a9fe:0/112"),
            Network.of("fd00:ec2::254"),
            Network.of("100.100.100.200"),
            Network.of("168.63.129.16"),
            Network.of("192.0.0.192"),
            Network.of("0.0.0.0/8"),
            Network.of("::"),
            Network.of("224.0.0.0/4"),
            Network.of("ff00::/8")));

    public RefusedNetworks {
        networks = List.copyOf(networks);
    }

    @Override
    public boolean permits(InetAddress address) {
        return networks.stream().noneMatch(network -> network.contains(address.getAddress()));
    }

    /** An address, or all that begin alike. */
    public static final class Network {

        /** Names are nothing to look up here. */
        private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

        private final byte[] address;
        private final int bits;

        private Network(byte[] address, int bits) {
            this.address = address;
            this.bits = bits;
        }

        /**
         * @param text an IP address, or one with the number of bits that count: {@code 169.254.0.0/16}
         * @throws IllegalArgumentException where it is neither
         */
        public static Network of(String text) {
            String[] parts = text.strip().split("/", 2);
            byte[] address = address(parts[0], text);
            int longest = address.length * Byte.SIZE;
            if (parts.length == 1) {
                return new Network(address, longest);
            }
            if (!parts[1].matches("\\d{1,3}") || Integer.parseInt(parts[1]) > longest) {
                throw new IllegalArgumentException(text);
            }
            return new Network(address, Integer.parseInt(parts[1]));
        }

        private static byte[] address(String literal, String text) {
            if (!LITERAL.matcher(literal).matches()) {
                throw new IllegalArgumentException(text);
            }
            try {
                return InetAddress.getByName(literal).getAddress();
            } catch (UnknownHostException noAddress) {
                throw new IllegalArgumentException(text, noAddress);
            }
        }

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((address[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
