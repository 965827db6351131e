package io.openintegration.daemon.runtime.model;

import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.model.Step.Cancel;
import io.openintegration.daemon.runtime.model.Step.ClockIsSet;
import io.openintegration.daemon.runtime.model.Step.Does;
import io.openintegration.daemon.runtime.model.Step.Lease;
import io.openintegration.daemon.runtime.model.Step.LetGo;
import io.openintegration.daemon.runtime.model.Step.MetadataServer;
import io.openintegration.daemon.runtime.model.Step.Passes;
import io.openintegration.daemon.runtime.model.Step.Refresh;
import io.openintegration.daemon.runtime.model.Step.Restart;
import io.openintegration.daemon.runtime.model.Step.Target;
import io.openintegration.daemon.runtime.model.Step.Watch;
import io.openintegration.daemon.runtime.model.Step.WithoutThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * Whatever happens to a daemon, in whatever order: the laws of its connectors' lives hold, and it does what its model does. For more
 * tries than usual: {@code -Djqwik.tries.default=10000}.
 */
class ConnectorModelTest {

    @Property(edgeCases = EdgeCasesMode.NONE)
    void daemonDoesWhatItsModelDoesWhereConnectorsObeyInterrupts(@ForAll("steps") List<Step> steps) throws Exception {
        play(steps, false);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void daemonDoesWhatItsModelDoesWhereConnectorsIgnoreInterrupts(@ForAll("steps") List<Step> steps) throws Exception {
        play(steps, true);
    }

    /** It takes many steps in one order, which chance seldom finds. */
    @Example
    void refreshThatWaitsIsNotMadeOnceTheConnectorIsPaused() throws Exception {
        Optional<Kind> manual = Optional.of(Kind.MANUAL);
        play(
                List.of(
                        new Does(Kind.MANUAL, Call.REFRESH, Deed.HANGS),
                        new Refresh(manual),
                        new Refresh(manual),
                        new Target(Kind.MANUAL, TargetState.PAUSED),
                        new LetGo(Kind.MANUAL, true, false)),
                false);
    }

    /** So many calls that do not end are seldom left behind by chance. */
    @Example
    void connectorThatIgnoresInterruptsIsHeldUntilOneOfItsCallsEnds() throws Exception {
        List<Step> steps = new ArrayList<>();
        steps.add(new Does(Kind.AUTOMATIC, Call.START, Deed.HANGS));
        steps.add(new Restart(Optional.of(Kind.AUTOMATIC)));
        for (int i = 0; i < 20; i++) {
            steps.add(new Passes(Duration.ofMinutes(10)));
        }
        steps.add(new Does(Kind.AUTOMATIC, Call.START, Deed.WELL));
        steps.add(new LetGo(Kind.AUTOMATIC, false, false));
        steps.add(new Passes(Duration.ofMinutes(1)));
        steps.add(new Passes(Duration.ofMinutes(10)));
        play(steps, true);
    }

    /** Found by chance once in a thousand tries. */
    @Example
    void callOfAPausedConnectorThatWasLeftBehindEndsItsOwnLifeAlone() throws Exception {
        Optional<Kind> engaged = Optional.of(Kind.ENGAGED);
        play(
                List.of(
                        new Does(Kind.ENGAGED, Call.START, Deed.HANGS),
                        new Restart(engaged),
                        new Target(Kind.ENGAGED, TargetState.PAUSED),
                        new Restart(engaged),
                        new LetGo(Kind.ENGAGED, false, false)),
                true);
    }

    private static void play(List<Step> steps, boolean stubborn) throws InterruptedException {
        Script script = new Script(stubborn);
        RealDaemon real = new RealDaemon(script);
        DaemonModel model = new DaemonModel(new World(script));
        Laws laws = new Laws(real, model);
        List<Step> played = new ArrayList<>();
        try {
            play(new Watch(), real, model, laws);
            for (Step step : steps) {
                played.add(step);
                play(step, real, model, laws);
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("after " + played + ": " + e.getMessage(), e);
        } finally {
            real.close();
        }
        laws.holdInTheEnd();
    }

    private static void play(Step step, RealDaemon real, DaemonModel model, Laws laws) throws InterruptedException {
        step.play(real, model);
        real.settle();
        laws.holdAfter(step);
    }

    /** Most of what happens, happens to one connector: what is wrong shows where several things come together. */
    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.of(Kind.class).flatMap(most -> step(Arbitraries.frequencyOf(
                        Tuple.of(4, Arbitraries.just(most)), Tuple.of(1, Arbitraries.of(Kind.class))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .withSizeDistribution(RandomDistribution.uniform()));
    }

    private static Arbitrary<Step> step(Arbitrary<Kind> connector) {
        Arbitrary<TargetState> target = Arbitraries.of(TargetState.class);
        Arbitrary<Boolean> either = Arbitraries.of(false, true);
        return Arbitraries.frequencyOf(
                Tuple.of(8, does(connector)),
                Tuple.of(4, connector.optional(0.8).map(Refresh::new)),
                Tuple.of(4, connector.optional(0.8).map(Restart::new)),
                Tuple.of(4, Combinators.combine(connector, target).as(Target::new)),
                Tuple.of(1, connector.map(Cancel::new)),
                Tuple.of(8, passes()),
                Tuple.of(1, clockIsSet()),
                Tuple.of(2, either.map(MetadataServer::new)),
                Tuple.of(1, either.map(Lease::new)),
                Tuple.of(1, Arbitraries.just(new Watch())),
                Tuple.of(1, Combinators.combine(connector, either).as(WithoutThreads::new)),
                Tuple.of(4, Combinators.combine(connector, either, either).as(LetGo::new)));
    }

    private static Arbitrary<Does> does(Arbitrary<Kind> connector) {
        Arbitrary<Call> call = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(Call.REFRESH)), Tuple.of(5, Arbitraries.of(Call.class)));
        Arbitrary<Deed> deed = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(Deed.WELL)),
                Tuple.of(4, Arbitraries.just(Deed.HANGS)),
                Tuple.of(4, Arbitraries.of(Deed.class)));
        return Combinators.combine(connector, call, deed).as(Does::new);
    }

    private static Arbitrary<Passes> passes() {
        return Arbitraries.of(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(10),
                        Duration.ofHours(4),
                        Duration.ofDays(20))
                .map(Passes::new);
    }

    private static Arbitrary<ClockIsSet> clockIsSet() {
        return Arbitraries.of(
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(-3),
                        Duration.ofHours(1),
                        Duration.ofHours(-1),
                        Duration.ofDays(40),
                        Duration.ofDays(-40))
                .map(ClockIsSet::new);
    }
}
