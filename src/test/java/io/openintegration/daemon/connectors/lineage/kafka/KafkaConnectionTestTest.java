package io.openintegration.daemon.connectors.lineage.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.connectors.lineage.SparkEvents;
import io.openintegration.daemon.spi.ConnectionTestStep;
import io.openintegration.daemon.spi.ConnectionTestStep.Kind;
import io.openintegration.daemon.spi.ConnectionTestStep.Outcome;
import io.openintegration.daemon.spi.LineageIntegratorConnector;
import io.openintegration.daemon.testing.FakeLineageIntegratorContext;
import io.openintegration.daemon.testing.KafkaBroker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections to a real broker, tried in steps. */
class KafkaConnectionTestTest {

    private static final String GROUP = "daemon.Lineage";

    private final KafkaWorld world = new KafkaWorld();
    private final FakeLineageIntegratorContext context = new FakeLineageIntegratorContext();

    @AfterEach
    void close() throws IOException {
        KafkaWorld.cable().acceptAgain();
        KafkaWorld.get(world.admin().deleteAcls(List.of(AclBindingFilter.ANY)).all());
        world.close();
    }

    private List<ConnectionTestStep> steps(LineageIntegratorConnector receiver) {
        receiver.initialize(context);
        List<ConnectionTestStep> steps = new ArrayList<>();
        receiver.connectionTest().orElseThrow().run(steps::add);
        receiver.disconnect();
        assertThat(steps.toString()).doesNotContain(KafkaBroker.PASSWORD);
        return steps;
    }

    private static ConnectionTestStep only(List<ConnectionTestStep> steps, Outcome outcome) {
        List<ConnectionTestStep> found =
                steps.stream().filter(step -> step.outcome() == outcome).toList();
        assertThat(found).as(steps.toString()).hasSize(1);
        return found.get(0);
    }

    private LineageIntegratorConnector withAccount(String account, String password, String mechanism) {
        Map<String, Object> properties = world.properties();
        // the usual one
        properties.remove("consumerGroup");
        properties.put("securityProtocol", "SASL_PLAINTEXT");
        properties.put("saslMechanism", mechanism);
        return KafkaWorld.receiver(
                KafkaWorld.broker().addressWithAccount(),
                properties,
                Optional.of(account),
                Optional.of(password),
                Map.of());
    }

    private void grant(String account, ResourceType type, String name) {
        AclBinding acl = new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry("User:" + account, "*", AclOperation.READ, AclPermissionType.ALLOW));
        KafkaWorld.get(world.admin().createAcls(List.of(acl)).all());
        Awaitility.await()
                .until(() -> KafkaWorld.get(world.admin()
                                        .describeAcls(acl.toFilter())
                                        .values())
                                .size()
                        == 1);
    }

    @Test
    void brokerWithoutAccountsPassesAndNoGroupIsJoinedAndNoOffsetTold() {
        world.produce(List.of(SparkEvents.number(1)));

        List<ConnectionTestStep> steps = steps(world.receiver());

        assertThat(only(steps, Outcome.WARNING).kind()).isEqualTo(Kind.TLS);
        assertThat(only(steps, Outcome.SKIPPED).kind()).isEqualTo(Kind.LOG_IN);
        assertThat(steps)
                .extracting(ConnectionTestStep::kind)
                .containsExactly(
                        Kind.CONFIGURATION,
                        Kind.RESOLVE,
                        Kind.CONNECT,
                        Kind.TLS,
                        Kind.LOG_IN,
                        Kind.RIGHT,
                        Kind.RIGHT,
                        Kind.SAMPLE_READ);
        assertThat(world.committed(world.group())).isZero();
        assertThat(context.inbox().waiting(1)).isEmpty();
    }

    @Test
    void brokerThatIsAwayFailsToConnect() throws IOException {
        KafkaWorld.cable().refuse();

        assertThat(only(steps(world.receiver()), Outcome.FAILED).kind()).isEqualTo(Kind.CONNECT);
    }

    @Test
    void accountWithItsRightsPassesWhateverItsPasswordLooksLike() {
        grant(KafkaBroker.ANN, ResourceType.TOPIC, world.topic());
        grant(KafkaBroker.ANN, ResourceType.GROUP, GROUP);

        List<ConnectionTestStep> steps = steps(withAccount(KafkaBroker.ANN, KafkaBroker.PASSWORD, "PLAIN"));

        assertThat(steps).as(steps.toString()).noneMatch(step -> step.outcome() == Outcome.FAILED);
    }

    @Test
    void scramIsSpokenToo() {
        grant(KafkaBroker.SAM, ResourceType.TOPIC, world.topic());
        grant(KafkaBroker.SAM, ResourceType.GROUP, GROUP);

        List<ConnectionTestStep> steps = steps(withAccount(KafkaBroker.SAM, KafkaBroker.SCRAMMED, "SCRAM-SHA-512"));

        assertThat(steps).as(steps.toString()).noneMatch(step -> step.outcome() == Outcome.FAILED);
    }

    @Test
    void wrongPasswordFailsToLogIn() {
        List<ConnectionTestStep> steps = steps(withAccount(KafkaBroker.ANN, "wrong", "PLAIN"));

        ConnectionTestStep failed = only(steps, Outcome.FAILED);
        assertThat(failed.kind()).isEqualTo(Kind.LOG_IN);
        assertThat(failed.message().orElseThrow().id()).isEqualTo("OPEN-LINEAGE-CONNECTORS-401-101");
    }

    @Test
    void missingRightToTheTopicIsNamed() {
        grant(KafkaBroker.ANN, ResourceType.GROUP, GROUP);

        ConnectionTestStep failed =
                only(steps(withAccount(KafkaBroker.ANN, KafkaBroker.PASSWORD, "PLAIN")), Outcome.FAILED);

        assertThat(failed.kind()).isEqualTo(Kind.RIGHT);
        assertThat(failed.message().orElseThrow().text()).contains("topic " + world.topic());
    }

    @Test
    void missingRightToTheGroupIsNamed() {
        grant(KafkaBroker.ANN, ResourceType.TOPIC, world.topic());

        ConnectionTestStep failed =
                only(steps(withAccount(KafkaBroker.ANN, KafkaBroker.PASSWORD, "PLAIN")), Outcome.FAILED);

        assertThat(failed.kind()).isEqualTo(Kind.RIGHT);
        assertThat(failed.message().orElseThrow().text()).contains("group " + GROUP);
    }

    @Test
    void certificateThatIsKnownPassesAndAnyOtherFails() {
        Map<String, Object> properties = world.properties();
        properties.put("securityProtocol", "SSL");
        String address = KafkaWorld.broker().addressEncrypted();

        ConnectionTestStep failed =
                only(steps(KafkaWorld.receiver(address, properties, Optional.empty(), Map.of())), Outcome.FAILED);
        assertThat(failed.kind()).isEqualTo(Kind.TLS);

        properties.put("trustStore", KafkaWorld.broker().trustStore().toString());
        List<ConnectionTestStep> known = steps(KafkaWorld.receiver(
                address, properties, Optional.empty(), Map.of("trustStorePassword", KafkaBroker.STORE_PASSWORD)));
        assertThat(known)
                .as(known.toString())
                .noneMatch(step -> step.outcome() == Outcome.FAILED)
                .anyMatch(step -> step.kind() == Kind.TLS && step.outcome() == Outcome.PASSED);
    }

    @Test
    void trustStoreThatCannotBeReadFailsReadably() {
        Map<String, Object> properties = world.properties();
        properties.put("securityProtocol", "SSL");
        properties.put("trustStore", "/no/such/store.p12");

        ConnectionTestStep failed = only(
                steps(KafkaWorld.receiver(
                        KafkaWorld.broker().addressEncrypted(), properties, Optional.empty(), Map.of())),
                Outcome.FAILED);

        assertThat(failed.kind()).isEqualTo(Kind.TLS);
        assertThat(failed.message().orElseThrow().text()).contains("trustStore");
    }

    @Test
    void networkThatIsRefusedIsNotConnectedTo() {
        context.connectBy(address -> false);

        assertThat(only(steps(world.receiver()), Outcome.FAILED).kind()).isEqualTo(Kind.RESOLVE);
    }
}
