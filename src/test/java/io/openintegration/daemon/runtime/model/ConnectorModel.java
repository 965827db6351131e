package io.openintegration.daemon.runtime.model;

import io.openintegration.daemon.runtime.ConnectorStatus;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.spi.FailureOrigin;
import java.util.Optional;

/** One modelled connector: what is wanted of it, and what time does to it. */
final class ConnectorModel {

    private static final int MOST_OPEN_CALLS = 5;

    final Kind kind;
    final LifeModel life;
    final RestartPlan plan;
    TargetState target = TargetState.STARTED;
    private final World world;
    private boolean outsideItsTime;

    ConnectorModel(Kind kind, World world) {
        this.kind = kind;
        this.world = world;
        this.plan = new RestartPlan(world);
        this.life = new LifeModel(kind, world, this::isToWork);
    }

    boolean isToWork() {
        return target == TargetState.STARTED;
    }

    /** Its daemon begins, on this node. */
    void dutyBegins() {
        outsideItsTime = isOutsideItsTime();
        if (target == TargetState.STOPPED || outsideItsTime) {
            halt();
        } else {
            begin(Optional.empty(), true);
        }
    }

    void halt() {
        plan.clear();
        life.halt();
    }

    boolean refusesRefresh() {
        return switch (life.status) {
            case FAILED, INITIALIZE_FAILED, CONFIG_FAILED, RUNNING, STOPPED -> true;
            default -> target == TargetState.PAUSED;
        };
    }

    boolean refusesRestart(boolean named) {
        return outsideItsTime || (target == TargetState.STOPPED && !named);
    }

    void refresh(boolean threads) {
        life.refresh(threads);
    }

    void restart(boolean threads) {
        target = target == TargetState.STOPPED ? TargetState.STARTED : target;
        begin(Optional.empty(), threads);
    }

    void setTarget(TargetState wanted) {
        TargetState before = target;
        target = wanted;
        if (outsideItsTime) {
            return;
        }
        ConnectorStatus status = life.status;
        switch (wanted) {
            case STOPPED -> {
                if (status != ConnectorStatus.STOPPED) {
                    halt();
                }
            }
            case PAUSED -> {
                if (before == TargetState.STOPPED || status == ConnectorStatus.INITIALIZED) {
                    begin(Optional.empty(), true);
                } else if (status == ConnectorStatus.RUNNING) {
                    halt();
                }
            }
            case STARTED -> start(before, status);
        }
    }

    private void start(TargetState before, ConnectorStatus status) {
        boolean resumed = before == TargetState.PAUSED;
        if (before == TargetState.STOPPED
                || status == ConnectorStatus.STOPPED
                || (resumed && status == ConnectorStatus.INITIALIZED)) {
            begin(Optional.empty(), true);
        } else if (resumed && status == ConnectorStatus.WAITING) {
            life.makesUp();
            life.refresh(true);
        }
    }

    /** The timer's knock. */
    void knock() {
        boolean justGivenUp = life.keepDeadline();
        keepItsTime();
        if (!life.status.isFailure()) {
            works();
        } else if (life.isIdle() && !justGivenUp) {
            supervise();
        }
    }

    private void keepItsTime() {
        if (outsideItsTime != isOutsideItsTime()) {
            outsideItsTime = !outsideItsTime;
            if (target != TargetState.STOPPED) {
                if (outsideItsTime) {
                    halt();
                } else {
                    begin(Optional.empty(), true);
                }
            }
        }
    }

    private void supervise() {
        if (!isToWork() || !kind.automatic) {
            plan.clear();
        } else if (life.calls.leftBehind().size() >= MOST_OPEN_CALLS) {
            plan.hold();
        } else if (plan.isDue()) {
            begin(life.trouble.map(TroubleModel::tried), true);
        } else {
            plan.decide(
                    life.failure.orElseThrow().origin(),
                    life.trouble.orElseThrow().attempts());
        }
    }

    private void works() {
        boolean recovered =
                life.status == ConnectorStatus.RUNNING || (life.status == ConnectorStatus.WAITING && life.considered);
        if (life.status == ConnectorStatus.RUNNING || life.status == ConnectorStatus.WAITING) {
            plan.forgetThatServerCameBack();
        }
        if (life.trouble.isPresent() && recovered && plan.worksForLong()) {
            life.trouble = Optional.empty();
        }
        if (life.status == ConnectorStatus.WAITING
                && isToWork()
                && life.isIdle()
                && life.due().filter(time -> time.compareTo(world.now) <= 0).isPresent()) {
            life.refresh(true);
        }
    }

    boolean waitsForMetadataServer() {
        return isToWork()
                && kind.automatic
                && life.failure
                        .filter(cause -> cause.origin() == FailureOrigin.METADATA_SERVER)
                        .isPresent();
    }

    void metadataServerIsBack() {
        if (waitsForMetadataServer()) {
            plan.hurry();
        } else if (isToWork()) {
            plan.rememberThatServerCameBack();
        }
    }

    private void begin(Optional<TroubleModel> remembered, boolean threads) {
        plan.clear();
        life.begin(remembered, threads);
    }

    private boolean isOutsideItsTime() {
        return kind.ending && world.timeOfDay().compareTo(Kind.LIFETIME) >= 0;
    }
}
