package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RefreshPromptTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private Duration now = Duration.ofHours(1);
    private final RefreshPrompt prompt = new RefreshPrompt(() -> now);

    @Test
    @DisplayName(
            "nobody asks: nothing is due; somebody asked: due as soon as it has been quiet for a while, no more once it has begun")
    void quiet() {
        pass(RefreshPrompt.LONGEST);
        assertThat(prompt.isDue()).isFalse();

        prompt.ask();
        pass(RefreshPrompt.QUIET.minus(SECOND));
        assertThat(prompt.isDue()).isFalse();
        pass(SECOND);
        assertThat(prompt.isDue()).isTrue();

        prompt.clear();
        pass(RefreshPrompt.LONGEST);
        assertThat(prompt.isDue()).isFalse();
    }

    @Test
    @DisplayName("changes that never end are due after the longest while, what comes without end much sooner")
    void endless() {
        assertThat(dueAfter(prompt::ask)).isEqualTo(RefreshPrompt.LONGEST);
        prompt.clear();
        assertThat(dueAfter(prompt::askSoon)).isEqualTo(RefreshPrompt.SOON).isLessThan(RefreshPrompt.LONGEST);
    }

    @Test
    @DisplayName("changes do not put off what has come, which makes changes due sooner")
    void both() {
        prompt.askSoon();
        assertThat(dueAfter(prompt::ask)).isEqualTo(RefreshPrompt.SOON);

        prompt.clear();
        prompt.ask();
        assertThat(dueAfter(prompt::askSoon)).isEqualTo(RefreshPrompt.SOON);
    }

    /** Asked for without a pause. */
    private Duration dueAfter(Runnable asking) {
        Duration begin = now;
        while (!prompt.isDue()) {
            asking.run();
            pass(SECOND);
            assertThat(now.minus(begin)).isLessThanOrEqualTo(RefreshPrompt.LONGEST);
        }
        return now.minus(begin);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
