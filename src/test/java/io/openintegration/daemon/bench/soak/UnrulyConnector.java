package io.openintegration.daemon.bench.soak;

import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import io.openintegration.daemon.spi.Refresh;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Catalogues one data set with {@value #ITEMS} in it, unless the file at its endpoint's address holds a whim: the name of a method and
 * of a {@link Whim}, which it then has in that method for as long as the file says the same. After a refresh that ignored
 * interrupts it tries to catalogue a {@value #GHOST}, which a daemon that has given it up must not let through.
 */
public final class UnrulyConnector implements FilesIntegratorConnector {

    static final int ITEMS = 3;
    static final String GHOST = "ghost";

    /** The deadline of a refresh, and some more. */
    private static final Duration SURELY_GIVEN_UP = Duration.ofSeconds(38);

    private static final ItemLink WITHIN = ItemLink.from("DataSetContent");
    private static final ItemLink OWNED = new ItemLink(
            new TypeName("CapabilityAssetUse"),
            true,
            ElementProperties.builder()
                    .choice("useType", "CapabilityAssetUseType", "OWNS")
                    .build());

    private final String address;
    private volatile FilesIntegratorContext context;

    UnrulyConnector(String address) {
        this.address = address;
    }

    @Override
    public void initialize(FilesIntegratorContext filesContext) {
        context = filesContext;
        act("initialize");
    }

    @Override
    public void start() {
        act("start");
    }

    @Override
    public void refresh(Refresh refresh) {
        boolean hung = act("refresh");
        String name = context.connectorName().value();
        try (DescriptionScope scope = refresh.open(new ItemKey(name), dataSet(name, OWNED))) {
            if (hung) {
                add(scope, name + "::" + GHOST);
            }
            for (int item = 0; item < ITEMS; item++) {
                add(scope, name + "::" + item);
            }
            scope.complete();
        }
    }

    @Override
    public void engage() {
        while (!Thread.currentThread().isInterrupted()) {
            act("engage");
            context.heartbeat();
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void disconnect() {
        act("disconnect");
    }

    /** Returns whether it has hung so long in spite of interrupts that it must have been given up, and the whim has passed. */
    private boolean act(String method) {
        String told = told();
        String[] methodAndWhim = told.split(" ", -1);
        if (!methodAndWhim[0].equals(method)) {
            return false;
        }
        Whim whim = Whim.valueOf(methodAndWhim[1]);
        long begin = System.nanoTime();
        whim.act(() -> !told().equals(told));
        return System.nanoTime() - begin > SURELY_GIVEN_UP.toNanos();
    }

    /** Read in a way that an interrupt does not end. */
    private String told() {
        try (FileInputStream file = new FileInputStream(address)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (FileNotFoundException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(DescriptionScope scope, String name) {
        scope.add(new ItemKey(name), "1", () -> dataSet(name, WITHIN));
    }

    private ItemDescription dataSet(String name, ItemLink link) {
        return new ItemDescription(
                new TypeName("DataSet"),
                new QualifiedName(context.fileSystemName() + "::" + name),
                ElementProperties.builder().text("displayName", name).build(),
                Map.of(),
                link,
                List.of());
    }
}
