package io.openintegration.daemon.platform;

import io.openintegration.daemon.runtime.ApplyReport;
import java.util.List;

/**
 * What came of applying the configuration document of a server. Fields are named as in the document.
 *
 * @param active whether the server is started; where it is not, nothing was done: its next start reads the document
 * @param inForce fields of the server itself whose change acts now
 * @param atRestart fields of the server itself whose change acts when the server is restarted
 * @param connectors what became of the daemon's connectors; {@link ApplyReport#NOTHING} for a server of another type
 */
public record ServerApplyReport(boolean active, List<String> inForce, List<String> atRestart, ApplyReport connectors) {

    /** The server is not started. */
    public static final ServerApplyReport NOT_ACTIVE =
            new ServerApplyReport(false, List.of(), List.of(), ApplyReport.NOTHING);

    public ServerApplyReport {
        inForce = List.copyOf(inForce);
        atRestart = List.copyOf(atRestart);
    }
}
