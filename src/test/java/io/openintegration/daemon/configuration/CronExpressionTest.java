package io.openintegration.daemon.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDateTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronExpressionTest {

    /** A Monday. */
    private static final LocalDateTime TIME = LocalDateTime.parse("2026-11-23T10:07:30");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    * * * * *;              2026-11-23T10:08
                    */15 * * * *;           2026-11-23T10:15
                    5/20 * * * *;           2026-11-23T10:25
                    0 6 * * *;              2026-11-24T06:00
                    30 6 * * MON-FRI;       2026-11-24T06:30
                    0 0 * jan,JUL *;        2027-01-01T00:00
                    0 0 * * 0;              2026-11-29T00:00
                    0 0 * * 7;              2026-11-29T00:00
                    0 0 * * sun;            2026-11-29T00:00
                    0 0 * * SAT-SUN;        2026-11-28T00:00
                    0 0 29 2 *;             2028-02-29T00:00
                    0 0 30 2 MON;           2027-02-01T00:00
                    0 0 1 * MON;            2026-11-30T00:00
                    @hourly;                2026-11-23T11:00
                    @daily;                 2026-11-24T00:00
                    @midnight;              2026-11-24T00:00
                    @weekly;                2026-11-29T00:00
                    @monthly;               2026-12-01T00:00
                    @yearly;                2027-01-01T00:00
                    @annually;              2027-01-01T00:00
                    """)
    void nextTimeIsThatOfUnix(String text, LocalDateTime next) {
        assertThat(CronExpression.parse(text).nextAfter(TIME)).contains(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "often",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * 32 * *",
                "* * * 13 *",
                "* * * * 8",
                "*/0 * * * *",
                "*/90 * * * *",
                "50-10 * * * *",
                "-1 * * * *",
                "1.5 * * * *",
                "1, * * * *",
                "1,,2 * * * *",
                "0 0 L * *",
                "0 0 15W * *",
                "0 0 ? * MON",
                "0 0 * * MON#1",
                "H 0 * * *",
                "@reboot",
                "@Daily",
                "0 0|1 * * *",
                "0 0 1 * * || 0 0 2 * *",
                "99999999999 * * * *"
            })
    void whatIsNoExpressionOfUnixIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CronExpression.parse(text));
    }

    @Test
    void longTextIsRefusedUnread() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CronExpression.parse("0" + ",1".repeat(100) + " * * * *"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 30 2 *", "0 0 31 4,6,9,11 *", "* * 31 2 *"})
    void dayThatNoMonthHasNeverComes(String text) {
        assertThat(CronExpression.parse(text).everComes()).isFalse();
    }

    @Test
    void expressionsAreEqualByTheirTextBlanksAside() {
        assertThat(CronExpression.parse(" 0  6 * *\t* "))
                .isEqualTo(CronExpression.parse("0 6 * * *"))
                .hasSameHashCodeAs(CronExpression.parse("0 6 * * *"))
                .hasToString("0 6 * * *")
                .isNotEqualTo(CronExpression.parse("0 7 * * *"));
    }

    @Property(tries = 500)
    void nextTimeIsThatOfPlainReading(@ForAll("crons") PlainCron cron, @ForAll("times") LocalDateTime time) {
        CronExpression expression = CronExpression.parse(cron.text());

        assertThat(expression.nextAfter(time)).isEqualTo(cron.nextAfter(time));
        assertThat(expression.everComes()).isEqualTo(cron.nextAfter(time).isPresent());
    }

    @Provide
    Arbitrary<PlainCron> crons() {
        return PlainCron.any();
    }

    @Provide
    Arbitrary<LocalDateTime> times() {
        return Arbitraries.longs()
                .between(0, 90L * 365 * 24 * 60 * 60)
                .map(seconds -> LocalDateTime.of(2000, 1, 1, 0, 0).plusSeconds(seconds));
    }
}
