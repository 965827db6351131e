package io.openintegration.daemon.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.runtime.run.RunHistory;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.testing.InMemoryRunHistory;
import io.openintegration.daemon.testing.RunHistoryContract;
import io.openintegration.daemon.testing.Runs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservedRunHistoryTest extends RunHistoryContract {

    private final InMemoryRunHistory kept = new InMemoryRunHistory();
    private final List<RunEnded> told = new ArrayList<>();
    private final RunHistory observed = new ObservedRunHistory(kept, told::add);

    @Override
    protected RunHistory history() {
        return observed;
    }

    @Test
    void endIsToldOfOnceHoweverOftenItIsNoted() {
        RunReport run = Runs.begun("a", 0);
        RunReport ended = Runs.ended(run, RunOutcome.FAILED);
        observed.begun(DAEMON, run);
        assertThat(told).isEmpty();

        observed.told(DAEMON, ended);
        kept.failWith(Runs.message("away"));
        assertThatThrownBy(() -> observed.ended(DAEMON, ended)).isInstanceOf(DaemonException.class);
        kept.recover();
        observed.ended(DAEMON, ended);

        assertThat(told).containsExactly(new RunEnded(DAEMON, ended));
    }
}
