package io.openintegration.daemon.connectors.files.s3;

import io.openintegration.daemon.connectors.files.remote.RemoteSite;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Makes clients that do what the connection says, and take nothing from the surroundings of this process: no profiles, no
 * identity of the host. Every call ends in time; what only reads is tried three times.
 */
final class S3Clients {

    private static final int ATTEMPTS = 3;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

    private S3Clients() {}

    static S3Client open(S3Options options, RemoteSite site) {
        Duration timeout = site.timeout();
        S3ClientBuilder builder = S3Client.builder()
                .region(options.region())
                .credentialsProvider(options.credentials())
                .forcePathStyle(options.pathStyle())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(http(timeout, site))
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .defaultProfileFile(ProfileFile.aggregator().build())
                        .apiCallAttemptTimeout(timeout)
                        .apiCallTimeout(timeout.multipliedBy(ATTEMPTS))
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(ATTEMPTS)
                                .build())
                        .build());
        options.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /** As a builder, not a client: what the SDK has built itself it closes. */
    private static SdkHttpClient.Builder<?> http(Duration timeout, RemoteSite site) {
        return Apache5HttpClient.builder()
                .connectionTimeout(timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT)
                .socketTimeout(timeout)
                .maxConnections(2)
                .useIdleConnectionReaper(false)
                .dnsResolver(new PermittedAddresses(site))
                .proxyConfiguration(ProxyConfiguration.builder()
                        .useEnvironmentVariableValues(false)
                        .build());
    }

    /** Asked at every connection: a name may lead elsewhere by then. */
    private record PermittedAddresses(RemoteSite site) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return site.addressesOf(host).toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
