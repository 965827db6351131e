package io.openintegration.daemon.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTest {

    private enum Sample implements MessageDefinition {
        TWO;

        @Override
        public MessageText text() {
            return MessageText.error("SAMPLE-400-001", 400, "first {0}, second {1}, first again {0}", "none", "none");
        }
    }

    @Test
    void parametersAreFilledInByNumber() {
        assertThat(Sample.TWO.with("a", 2)).hasToString("SAMPLE-400-001 first a, second 2, first again a");
    }

    @Test
    void textOfAParameterIsNeverReadAsATemplate() {
        assertThat(Sample.TWO.with("{1} $1 \\", "x").text())
                .isEqualTo("first {1} $1 \\, second x, first again {1} $1 \\");
    }

    @Test
    void messageIsAlwaysOneLine() {
        assertThat(Sample.TWO
                        .with("a\r\nMon Nov 23 forged", "b\u2028\u0000c\td")
                        .text())
                .isEqualTo("first a Mon Nov 23 forged, second b c d, first again a Mon Nov 23 forged");
    }

    @Test
    void terminalsAndEyesAreNotFooled() {
        assertThat(Sample.TWO.with("a\u009b31m\u0085b", "c\u202etxt.exe\u2066d").text())
                .isEqualTo("first a 31m b, second c txt.exe d, first again a 31m b");
    }

    @Test
    void overlongParametersAreCut() {
        assertThat(Sample.TWO.with("x".repeat(50_000), "").parameters().get(0)).hasSize(Message.LONGEST_PARAMETER + 1);
    }

    @Test
    void missingParametersShowTheirPlace() {
        assertThat(Sample.TWO.with("a").text()).contains("second {1}");
    }

    @Test
    void nullIsShownAsNull() {
        assertThat(Sample.TWO.with("a", null).text()).contains("second null");
    }
}
