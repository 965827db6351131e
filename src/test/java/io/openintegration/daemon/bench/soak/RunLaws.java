package io.openintegration.daemon.bench.soak;

import io.openintegration.daemon.bench.soak.Evidence.Audited;
import io.openintegration.daemon.bench.soak.Evidence.Run;
import io.openintegration.daemon.bench.soak.SoakServer.Killed;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** No refresh is lost, and none is doubled: what the history and the audit log must say. */
final class RunLaws {

    private static final String PREFIX = "INTEGRATION-DAEMON-SERVICES-";
    private static final Set<String> BEGINS = ids("0041", "0042");

    /** Complete, threw, given up (twice), cancelled. One that was ended early is of a life that is over. */
    private static final Set<String> ENDS = ids("0043", "0031", "0072", "0078", "0087");

    /** Another life is set up, or the last is being ended. */
    private static final Set<String> LIVES = ids("0008", "0022");

    /** The timer failed, a run could not be noted. */
    private static final Set<String> FAULTS = ids("0045", "0089");

    private final List<Run> runs;
    private final List<Audited> audited;
    private final List<Killed> kills;
    private final Story story;

    RunLaws(List<Run> runs, List<Audited> audited, List<Killed> kills, Story story) {
        this.runs = runs;
        this.audited = audited;
        this.kills = kills;
        this.story = story;
    }

    void check() {
        Map<String, Long> outcomes =
                runs.stream().collect(Collectors.groupingBy(Run::outcome, TreeMap::new, Collectors.counting()));
        List<Run> endless = runs.stream().filter(run -> run.end().isEmpty()).toList();
        story.check(endless.isEmpty(), "each of %d runs has ended: %s%s", runs.size(), outcomes, first(endless));
        List<String> overlapping = overlapping();
        story.check(overlapping.isEmpty(), "no two runs of a connector overlap%s", first(overlapping));
        List<Run> lost = runs.stream()
                .filter(run -> run.outcome().equals("LOST"))
                .filter(run -> kills.stream().noneMatch(killed -> wasCutOff(run, killed)))
                .toList();
        story.check(lost.isEmpty(), "only runs that were going on when the server was killed are lost%s", first(lost));
        checkAudit();
    }

    private void checkAudit() {
        List<String> gaps = gaps();
        story.check(gaps.isEmpty(), "%d audit records without a gap%s", audited.size(), first(gaps));
        List<String> unpaired = unpaired();
        story.check(
                unpaired.isEmpty(),
                "in the audit log each refresh has begun once and ended once, or its life was over%s",
                first(unpaired));
        List<String> differing = differing();
        story.check(differing.isEmpty(), "audit log and history count the same refreshes%s", first(differing));
        List<String> faults = audited.stream()
                .filter(found -> FAULTS.contains(found.id()))
                .map(Audited::text)
                .toList();
        story.check(faults.isEmpty(), "the timer never failed, and every run was noted%s", first(faults));
    }

    private List<String> overlapping() {
        Map<String, Instant> ends = new HashMap<>();
        return runs.stream()
                .filter(run -> {
                    Instant before = ends.put(run.connector(), run.end().orElse(Instant.MAX));
                    return before != null && run.begin().isBefore(before);
                })
                .map(Run::toString)
                .toList();
    }

    private static boolean wasCutOff(Run run, Killed killed) {
        return !run.begin().isBefore(killed.from())
                && !run.begin().isAfter(killed.to())
                && run.end().filter(killed.to()::isBefore).isPresent();
    }

    /** A record that is missing within an incarnation; what a kill cut off at its end does not count. */
    private List<String> gaps() {
        Map<Long, Long> sequences = new HashMap<>();
        return audited.stream()
                .filter(found -> {
                    long before = sequences.getOrDefault(found.incarnation(), 0L);
                    sequences.put(found.incarnation(), found.sequence());
                    return found.sequence() != before + 1;
                })
                .map(Audited::toString)
                .toList();
    }

    private List<String> unpaired() {
        Map<String, Audited> going = new HashMap<>();
        return audited.stream()
                .filter(found -> !found.parameters().isEmpty())
                .filter(found -> {
                    String connector =
                            found.incarnation() + " " + found.parameters().get(concerned(found));
                    if (BEGINS.contains(found.id())) {
                        return going.put(connector, found) != null;
                    }
                    if (ENDS.contains(found.id()) && isOfRefresh(found)) {
                        return going.remove(connector) == null && !found.id().equals(PREFIX + "0072");
                    }
                    if (LIVES.contains(found.id())) {
                        going.remove(connector);
                    }
                    return false;
                })
                .map(Audited::toString)
                .toList();
    }

    /** Which of a record's parameters is the connector. */
    private static int concerned(Audited found) {
        return found.id().equals(PREFIX + "0087") ? 1 : 0;
    }

    private static boolean isOfRefresh(Audited found) {
        return switch (found.id().substring(PREFIX.length())) {
            case "0031" -> found.parameters().get(1).equals("refresh");
            case "0078" -> found.parameters().get(2).equals("refresh");
            default -> true;
        };
    }

    /** A kill may cut off the record or the row of a refresh that has just begun: one for each. */
    private List<String> differing() {
        Map<String, Long> begun = audited.stream()
                .filter(found -> BEGINS.contains(found.id()))
                .collect(Collectors.groupingBy(found -> found.parameters().get(0), Collectors.counting()));
        Map<String, Long> noted = runs.stream().collect(Collectors.groupingBy(Run::connector, Collectors.counting()));
        return noted.keySet().stream()
                .filter(connector -> Math.abs(noted.get(connector) - begun.getOrDefault(connector, 0L)) > kills.size())
                .map(connector -> connector + " " + noted.get(connector) + " runs, " + begun.get(connector) + " begun")
                .toList();
    }

    static String first(List<?> found) {
        return found.isEmpty() ? "" : "; " + found.size() + " break it, the first: " + found.get(0);
    }

    private static Set<String> ids(String... numbers) {
        return Set.of(numbers).stream().map(PREFIX::concat).collect(Collectors.toSet());
    }
}
