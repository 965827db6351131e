package io.openintegration.daemon.bench.soak;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/**
 * Everything that goes wrong, at random but from a seed. Each second it may begin something that ends by itself after a while:
 * connectors that hang (always {@value #HANGING} of them) or throw, directories that vanish, files that come and go, operators who
 * restart, pause and cancel. Metadata server and process go down and come back by {@link Calamities}. Used by one thread.
 */
final class Storm {

    /** Two more than are asked for, as one that was given up hangs again only after it was restarted. */
    static final int HANGING = 12;

    private static final int MOST_VANISHED = 20;
    private static final List<String> METHODS = List.of("initialize", "start", "refresh", "disconnect");
    private static final List<Whim> THROWING =
            List.of(Whim.THROWS_AN_EXCEPTION, Whim.THROWS_AN_ERROR, Whim.RUNS_OUT_OF_MEMORY);

    private final SoakLayout layout;
    private final SoakServer server;
    private final Random random;
    private final Set<String> troubled = new HashSet<>();
    private final Set<String> vanished = new HashSet<>();
    private final Set<String> hanging = new HashSet<>();
    private final PriorityQueue<Ending> endings = new PriorityQueue<>(Comparator.comparing(Ending::at));
    private final Map<String, Integer> begun = new HashMap<>();

    private interface Act {
        void run() throws IOException;
    }

    private record Ending(Instant at, Act act) {}

    Storm(SoakLayout layout, SoakServer server, Random random) {
        this.layout = layout;
        this.server = server;
        this.random = random;
    }

    /** A second of bad weather. */
    void blow() throws IOException {
        endWhatIsOver(Instant.now());
        hang();
        if (chance(0.2)) {
            throwSomething();
        }
        if (chance(0.15) && vanished.size() < MOST_VANISHED) {
            vanish();
        }
        if (chance(0.7)) {
            churn();
        }
        if (chance(0.3)) {
            interfere();
        }
    }

    /** A second in which nothing but the hanging connectors go on, as they are. */
    void hold() throws IOException {
        hang();
        for (String connector : hanging) {
            if (chance(0.03)) {
                server.operator().ask("connectors/" + connector + "/restart");
            }
        }
    }

    /** Ends everything. */
    void lull() throws IOException {
        while (!endings.isEmpty()) {
            endings.poll().act().run();
        }
    }

    /** Whether that connector is meant to work now. */
    boolean isSpared(String connector) {
        return !troubled.contains(connector) && !vanished.contains(connector);
    }

    /** What was done how often. */
    Map<String, Integer> begun() {
        return Map.copyOf(begun);
    }

    private void endWhatIsOver(Instant now) throws IOException {
        while (!endings.isEmpty() && endings.peek().at().isBefore(now)) {
            endings.poll().act().run();
        }
    }

    private void hang() throws IOException {
        while (hanging.size() < HANGING) {
            String connector = calm(layout.polling());
            Whim whim = chance(0.4) ? Whim.HANGS_AND_IGNORES_INTERRUPTS : Whim.HANGS;
            count(whim.name());
            hanging.add(connector);
            trouble(connector, "refresh", whim, 40, 90, () -> hanging.remove(connector));
            server.operator().ask("connectors/" + connector + "/refresh");
        }
    }

    private void throwSomething() throws IOException {
        boolean engaged = chance(0.2);
        String connector = calm(engaged ? layout.engaged() : layout.polling());
        String method = engaged ? "engage" : METHODS.get(random.nextInt(METHODS.size()));
        Whim whim = THROWING.get(random.nextInt(THROWING.size()));
        count(whim.name());
        trouble(connector, method, whim, 5, 20, () -> {});
        server.operator().ask("connectors/" + connector + "/restart");
    }

    private void trouble(String connector, String method, Whim whim, int least, int most, Runnable after)
            throws IOException {
        troubled.add(connector);
        layout.whim(connector, method, whim);
        endLater(least, most, () -> {
            layout.calm(connector);
            troubled.remove(connector);
            after.run();
        });
    }

    private void vanish() throws IOException {
        String monitor = present();
        count("DIRECTORY VANISHES");
        vanished.add(monitor);
        layout.hide(monitor);
        server.operator().ask("connectors/" + monitor + "/refresh");
        endLater(10, 40, () -> {
            layout.bringBack(monitor);
            vanished.remove(monitor);
        });
    }

    private void churn() throws IOException {
        String monitor = present();
        String file = "extra-" + random.nextInt(3) + ".txt";
        if (chance(0.3)) {
            count("FILE REMOVED");
            layout.remove(monitor, file);
        } else {
            count("FILE WRITTEN");
            layout.write(monitor, file);
        }
    }

    private void interfere() throws IOException {
        String monitor = present();
        switch (random.nextInt(3)) {
            case 0 -> {
                count("RESTART");
                server.operator().ask("connectors/" + monitor + "/restart");
            }
            case 1 -> {
                count("REFRESH");
                server.operator().ask("connectors/" + monitor + "/refresh");
            }
            default -> {
                count("PAUSE");
                troubled.add(monitor);
                server.operator().target(monitor, chance(0.5) ? "PAUSED" : "STOPPED");
                endLater(5, 20, () -> {
                    server.operator().target(monitor, "STARTED");
                    troubled.remove(monitor);
                });
            }
        }
    }

    private void endLater(int least, int most, Act act) {
        endings.add(new Ending(Instant.now().plus(Duration.ofSeconds(least + random.nextInt(most - least))), act));
    }

    private String calm(List<String> connectors) {
        List<String> calm = connectors.stream().filter(this::isSpared).toList();
        return calm.get(random.nextInt(calm.size()));
    }

    private String present() {
        return calm(layout.monitors());
    }

    private void count(String what) {
        begun.merge(what, 1, Integer::sum);
    }

    private boolean chance(double part) {
        return random.nextDouble() < part;
    }
}
