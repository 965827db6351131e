package io.openintegration.daemon.runtime.model;

import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.run.RunReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Something that happens to the daemon. It can happen at any time; where there is no use in it, nothing comes of it. */
sealed interface Step {

    void play(RealDaemon real, DaemonModel model) throws InterruptedException;

    /** Whether an operator asks for something by it, or the node's duty begins or ends. */
    default boolean isAsked() {
        return false;
    }

    /** From now on a connector does this in that call. */
    record Does(Kind connector, Call call, Deed deed) implements Step {
        @Override
        public void play(RealDaemon real, DaemonModel model) {
            // how long a disconnect is waited for is only short enough where hanging calls are stubborn
            boolean tooLong = call == Call.DISCONNECT && !model.world.script.stubborn;
            model.world.script.set(connector.name(), call, tooLong && deed == Deed.HANGS ? Deed.WELL : deed);
        }
    }

    /** An operator asks for a refresh; of all connectors, if none is named. */
    record Refresh(Optional<Kind> connector) implements Step {
        @Override
        public void play(RealDaemon real, DaemonModel model) {
            Question.refresh(connector).ask(real, model, true);
        }

        @Override
        public boolean isAsked() {
            return true;
        }
    }

    /** An operator asks for a restart; of all connectors, if none is named. */
    record Restart(Optional<Kind> connector) implements Step {
        @Override
        public void play(RealDaemon real, DaemonModel model) {
            Question.restart(connector).ask(real, model, true);
        }

        @Override
        public boolean isAsked() {
            return true;
        }
    }

    /** An operator asks for it at a moment when there are no threads to be had; then the timer knocks. */
    record WithoutThreads(Kind connector, boolean restart) implements Step {
        @Override
        public void play(RealDaemon real, DaemonModel model) throws InterruptedException {
            if (model.world.leaseHeld && model.connector(connector).life.isIdle()) {
                Optional<Kind> named = Optional.of(connector);
                real.threads.refuse(true);
                (restart ? Question.restart(named) : Question.refresh(named)).ask(real, model, false);
                real.threads.refuse(false);
                Knocks.play(real, model);
            }
        }

        @Override
        public boolean isAsked() {
            return true;
        }
    }

    /** An operator wants something of a connector from now on. */
    record Target(Kind connector, TargetState target) implements Step {
        @Override
        public void play(RealDaemon real, DaemonModel model) {
            Question.target(connector, target).ask(real, model, true);
        }

        @Override
        public boolean isAsked() {
            return true;
        }
    }

    /** An operator cancels the refresh that goes on, if one does. */
    record Cancel(Kind connector) implements Step {
        @Override
        public void play(RealDaemon real, DaemonModel model) {
            LifeModel life = model.connector(connector).life;
            if (life.present.filter(call -> call.call() == Call.REFRESH).isPresent()) {
                RunReport run = real.report(connector).run().orElseThrow();
                real.onDuty().ifPresent(present -> {
                    present.cancel(run.id(), RealDaemon.OPERATOR);
                    life.cancel();
                });
            }
        }
    }

    /** Time passes, then the timer knocks. */
    record Passes(Duration time) implements Step {
        @Override
        public void play(RealDaemon real, DaemonModel model) throws InterruptedException {
            real.clock.advance(time);
            model.world.now = model.world.now.plus(time);
            Knocks.play(real, model);
        }
    }

    /** Somebody sets the clock, then the timer knocks. */
    record ClockIsSet(Duration forward) implements Step {
        @Override
        public void play(RealDaemon real, DaemonModel model) throws InterruptedException {
            real.clock.set(real.clock.instant().plus(forward));
            model.world.shift = model.world.shift.plus(forward);
            Knocks.play(real, model);
        }
    }

    /** The metadata server goes away, or is back. */
    record MetadataServer(boolean away) implements Step {
        @Override
        public void play(RealDaemon real, DaemonModel model) {
            model.world.metadataServerAway = away;
            if (away) {
                real.metadataServers.stop();
            } else {
                real.metadataServers.start();
            }
        }
    }

    /** The lease is lost to another node, though this one has not noticed yet; or it can be had again. */
    record Lease(boolean held) implements Step {
        @Override
        public void play(RealDaemon real, DaemonModel model) {
            model.world.leaseHeld = held;
            if (held) {
                real.lease.offer();
            } else {
                real.lease.lose();
            }
        }
    }

    /** The node notices what has become of its lease. */
    record Watch() implements Step {
        @Override
        public void play(RealDaemon real, DaemonModel model) {
            real.watch();
            model.watch();
        }

        @Override
        public boolean isAsked() {
            return true;
        }
    }

    /** Calls of a connector that hang come to an end: all of them, or those that were left behind. */
    record LetGo(Kind connector, boolean all, boolean throwing) implements Step {
        @Override
        public void play(RealDaemon real, DaemonModel model) {
            LifeModel life = model.connector(connector).life;
            List<OpenCall> leftBehind = life.calls.leftBehind();
            real.stage.letGo(
                    call -> call.connector().equals(connector.name()) && (all || leftBehind.contains(call)), throwing);
            life.calls.letGo();
            if (all && life.present.isPresent()) {
                life.letGo(throwing);
            }
        }
    }
}
