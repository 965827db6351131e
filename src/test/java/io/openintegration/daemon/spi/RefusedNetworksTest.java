package io.openintegration.daemon.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedNetworksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.0.1",
                "::ffff:169.254.169.254",
                "fe80::1",
                "febf::1",
                "64:ff9b::169.254.169.254",
                "fd00:ec2::254",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "0.0.0.0",
                "::",
                "224.0.0.1",
                "239.255.255.255",
                "ff02::1"
            })
    void addressesThatTrustWhoeverIsNearAreRefused(String address) throws UnknownHostException {
        assertThat(RefusedNetworks.STANDARD.permits(InetAddress.getByName(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "10.1.2.3",
                "192.168.1.1",
                "172.16.0.1",
                "169.253.255.255",
                "169.255.0.1",
                "8.8.8.8",
                "fec0::1",
                "2001:db8::1",
                "fd00:ec2::253",
                "100.100.100.201"
            })
    void otherAddressesArePermitted(String address) throws UnknownHostException {
        assertThat(RefusedNetworks.STANDARD.permits(InetAddress.getByName(address)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, false",
        "10.0.0.0/8, 11.0.0.1, true",
        "10.0.0.0/9, 10.128.0.1, true",
        "10.1.2.3, 10.1.2.3, false",
        "10.1.2.3, 10.1.2.4, true",
        "0.0.0.0/0, 8.8.8.8, false",
        "0.0.0.0/0, ::1, true",
        "2001:db8::/32, 2001:db8:1::1, false"
    })
    void networkHoldsWhatBeginsAlike(String network, String address, boolean permitted) throws UnknownHostException {
        RefusedNetworks refused = new RefusedNetworks(List.of(RefusedNetworks.Network.of(network)));

        assertThat(refused.permits(InetAddress.getByName(address))).isEqualTo(permitted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "example.org", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/", "::/129", "10.0.0.999"
            })
    void whatIsNoNetworkIsRefusedWithoutLookingUpAName(String text) {
        assertThatThrownBy(() -> RefusedNetworks.Network.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
