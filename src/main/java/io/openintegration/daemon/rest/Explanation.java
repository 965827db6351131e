package io.openintegration.daemon.rest;

import io.openintegration.daemon.configuration.OperationDeadlines;
import io.openintegration.daemon.configuration.RefreshSchedule;
import io.openintegration.daemon.configuration.RestartPolicy;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.runtime.ConnectorState;
import io.openintegration.daemon.runtime.LastRefresh;
import io.openintegration.daemon.runtime.Stuck;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.Trouble;
import io.openintegration.daemon.runtime.run.Failure;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.FailureOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a connector's state means, for people: who is at fault since when, what happens next, what an operator can do. */
final class Explanation {

    private final ConnectorReport report;
    private final ConnectorState state;
    private final List<String> sentences = new ArrayList<>();

    private Explanation(ConnectorReport report) {
        this.report = report;
        this.state = report.state();
    }

    static String of(ConnectorReport report) {
        Explanation explanation = new Explanation(report);
        explanation.explain();
        return String.join(" ", explanation.sentences);
    }

    private void explain() {
        Optional<Stuck> stuck = state.stuck();
        Optional<Failure> failure = state.failure();
        if (stuck.isPresent()) {
            stuck(stuck.get());
        } else if (failure.isPresent()) {
            failed(failure.get());
        } else {
            switch (state.status()) {
                case INITIALIZED -> say("It is being started since %s.", state.lastStatusChange());
                case REFRESHING -> refreshing();
                case RUNNING -> say("It works on a thread of its own since %s.", state.lastStatusChange());
                case STOPPED -> stopped();
                default -> waiting();
            }
        }
    }

    private void stuck(Stuck stuck) {
        say("Its method %s has given no sign of life since %s.", stuck.method(), stuck.since());
        say(
                "It goes on until it has taken %s (operationDeadlines), and is given up then.",
                deadline(stuck.method()).toString());
        say("Look at the system that it waits for (stack tells where), or restart the connector to end the call.");
    }

    private Duration deadline(String method) {
        OperationDeadlines deadlines = report.slot().configuration().hosting().deadlines();
        return switch (method) {
            case "refresh" -> deadlines.refresh();
            case "start" -> deadlines.start();
            default -> deadlines.initialize();
        };
    }

    private void failed(Failure failure) {
        boolean metadataServer = failure.origin() == FailureOrigin.METADATA_SERVER;
        say(
                "It has not worked since %s; at fault is %s: %s.",
                state.trouble().map(Trouble::since).orElse(state.lastStatusChange()),
                FailureJson.atFault(failure.origin())
                        + (metadataServer ? " " + report.slot().metadataServer().server() : ""),
                failure.message());
        state.trouble()
                .map(trouble -> trouble.firstCause().message())
                .filter(first -> !first.id().equals(failure.message().id()))
                .ifPresent(first -> say("The first cause was: %s.", first));
        whatHappensNext(failure.origin());
        say("%s", failure.message().definition().text().userAction());
    }

    private void whatHappensNext(FailureOrigin origin) {
        Optional<Instant> attempt = state.trouble().flatMap(Trouble::nextAttempt);
        if (report.slot().configuration().hosting().restartPolicy() == RestartPolicy.MANUAL) {
            say("It is not called again until it is restarted.");
        } else if (report.target() == TargetState.PAUSED) {
            say("It is paused, so the daemon does not restart it.");
        } else if (attempt.isPresent()) {
            say(
                    "The daemon restarts it at %s (attempt %s)%s.",
                    attempt.get(),
                    Integer.toString(state.trouble().map(Trouble::attempts).orElse(0) + 1),
                    origin == FailureOrigin.METADATA_SERVER ? ", or as soon as the metadata server answers again" : "");
        } else {
            say(
                    isGivenUp(origin)
                            ? "The daemon does not restart it: that would not help."
                            : "The daemon is about to restart it, or waits until calls of it that it gave up have ended.");
        }
    }

    private boolean isGivenUp(FailureOrigin origin) {
        return state.trouble().filter(trouble -> trouble.isInVain(origin)).isPresent();
    }

    private void refreshing() {
        Optional<RunReport> run = report.run();
        if (run.isEmpty()) {
            say("A refresh is about to begin, or to end.");
            return;
        }
        say(
                "It refreshes since %s, %s.",
                run.get().begin(),
                switch (run.get().trigger()) {
                    case START -> "for the first time since it was started";
                    case SCHEDULE -> "as its schedule says";
                    case CHANGE -> "since something has changed at its third party";
                    case REQUEST -> "as "
                            + run.get()
                                    .requestedBy()
                                    .map(user -> "user " + user)
                                    .orElse("somebody") + " asked";
                    case PLAN -> "to plan what a refresh would change, writing nothing";
                    case APPLY -> "to apply a plan";
                    case UNDO -> "to undo an earlier refresh";
                });
        recovered();
    }

    private void stopped() {
        RefreshSchedule schedule = report.slot().configuration().hosting().schedule();
        if (report.target() == TargetState.STOPPED) {
            say("An operator stopped it. Set its target state to STARTED, or restart it by its name.");
        } else if (!schedule.isOpenAt(state.lastStatusChange())) {
            say("It is outside of the time for which it is configured (startDate, connectorShutdownDate).");
        } else if (report.target() == TargetState.PAUSED) {
            say("An operator paused it, and it has no refreshes to pause. Set its target state to STARTED.");
        } else {
            say("Its work ended by itself at %s. Restart it if it should begin anew.", state.lastStatusChange());
        }
    }

    private void waiting() {
        if (report.target() == TargetState.PAUSED) {
            say("An operator paused it: it is not refreshed until its target state is set to STARTED.");
        }
        state.lastSuccess().filter(last -> state.lastRefreshTime().isPresent()).ifPresent(this::worked);
        state.lastSuccess()
                .map(last -> last.report().heldBack())
                .filter(number -> number > 0)
                .ifPresent(this::holdsBack);
        recovered();
        RefreshSchedule schedule = report.slot().configuration().hosting().schedule();
        if (report.nextRefresh().isPresent()) {
            say("Its next refresh is due at %s.", report.nextRefresh().get());
        } else if (state.lastRefreshTime().isEmpty() && report.target() == TargetState.STARTED) {
            say("It waits for its first refresh, which begins as soon as there is a place for it.");
        } else if (schedule.interval().isZero() && schedule.cron().isEmpty()) {
            say("It has no schedule: it is refreshed when somebody asks for it.");
        }
    }

    private void worked(LastRefresh last) {
        if (state.isDegraded()) {
            List<Message> problems = last.report().problems();
            say(
                    "It works, but its last refresh, which ended at %s, had %s problem(s)%s.",
                    last.end(),
                    Integer.toString(last.report().problemCount()),
                    problems.isEmpty() ? "" : "; the first: " + problems.get(0));
            say("What could not be read stays catalogued as it was.");
            problems.stream()
                    .findFirst()
                    .ifPresent(first -> say("%s", first.definition().text().userAction()));
        } else {
            boolean paused = report.target() == TargetState.PAUSED;
            say(
                    paused ? "Its last complete refresh ended at %s." : "It works: its last refresh ended well at %s.",
                    paused ? last.end() : state.successes().end().orElse(last.end()));
        }
    }

    private void holdsBack(int number) {
        boolean never = !report.slot().configuration().hosting().removal().allowed();
        say("It holds back the removal of %s item(s) that are gone.", Integer.toString(number));
        say(
                never
                        ? "They are never removed, since allowCatalogDelete is false."
                        : "They stay catalogued until they are found again, or their removal is released.");
    }

    private void recovered() {
        state.trouble()
                .ifPresent(trouble -> say(
                        "It had failed since %s, and was restarted by the daemon %s time(s).",
                        trouble.since(), Integer.toString(trouble.attempts())));
    }

    private void say(String sentence, Object... parts) {
        Object[] shown = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            shown[i] = parts[i] instanceof Instant time ? Json.date(time) : parts[i].toString();
        }
        sentences.add(String.format(sentence, shown));
    }
}
