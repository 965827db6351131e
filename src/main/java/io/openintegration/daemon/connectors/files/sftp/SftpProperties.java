package io.openintegration.daemon.connectors.files.sftp;

import java.util.Map;

/** The configuration properties of the connectors here, in words for operators. */
final class SftpProperties {

    static final Map<String, String> DESCRIPTIONS = Map.of(
            "fileSystemName",
            "First part of all qualified names, in place of sftp:// with host and port.",
            "hostKeyFingerprint",
            "Fingerprints of the host's keys, of the form SHA256:…; this or knownHosts is required.",
            "knownHosts",
            "Lines as ssh keeps them in known_hosts.",
            "timeout",
            "How long a single answer may take, by default PT20S.");

    private SftpProperties() {}
}
