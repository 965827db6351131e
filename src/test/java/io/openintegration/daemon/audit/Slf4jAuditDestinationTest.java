package io.openintegration.daemon.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.AuditedException;
import io.openintegration.daemon.message.Severity;
import io.openintegration.daemon.testing.AuditRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Slf4jAuditDestinationTest {

    private final Logger logger = Logger.getLogger("org.odpi.openmetadata.frameworks.auditlog.integration-daemon.Test");
    private final List<LogRecord> logged = new ArrayList<>();
    private final Slf4jAuditDestination destination = new Slf4jAuditDestination("slf4j");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logRecord) {
            logged.add(logRecord);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void leave() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    @ParameterizedTest
    @EnumSource
    void errorsAndExceptionsAreErrorsAllElseIsInformation(Severity severity) {
        destination.write(AuditRecords.of(1, severity, "TEST-0001", "It {} failed {0}", Optional.empty()));

        assertThat(logged).singleElement().satisfies(line -> {
            assertThat(line.getLevel())
                    .isEqualTo(
                            severity == Severity.ERROR || severity == Severity.EXCEPTION ? Level.SEVERE : Level.INFO);
            assertThat(line.getMessage()).isEqualTo(severity.displayName() + " TEST-0001 It {} failed {0}");
        });
    }

    @Test
    void nothingForgesALine() {
        destination.write(AuditRecords.of(
                1,
                Severity.EXCEPTION,
                "TEST-0001",
                "a\r\nforged\u2028too",
                Optional.of(new AuditedException("x.Y", "b\nforged", "x.Y: b\n\tat z"))));

        assertThat(logged.get(0).getMessage())
                .isEqualTo("Exception TEST-0001 a forged too (log record id guid-integration-daemon-1, x.Y: b forged)");
    }

    @Test
    void loggerIsThatOfServerAndComponentWithoutBlanks() {
        AuditRecord ofAnother = AuditRecords.of("my server\n1", 1, Severity.INFO, "TEST-0001", "x", Optional.empty());

        assertThat(Slf4jAuditDestination.loggerName(ofAnother))
                .isEqualTo("org.odpi.openmetadata.frameworks.auditlog.myserver1.Test");
    }
}
