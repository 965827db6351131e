package io.openintegration.daemon.connectors.files.content;

import io.openintegration.daemon.metadata.TypeName;

/**
 * A kind of file.
 *
 * @param type its open metadata type
 * @param fileType what users call it; null where nothing is known
 * @param deployedImplementationType the peer's name for the technology
 */
public record FileKind(TypeName type, String fileType, String deployedImplementationType) {

    static final FileKind UNKNOWN = of("DataFile", null, "Data File");

    static FileKind of(String type, String fileType, String deployedImplementationType) {
        return new FileKind(new TypeName(type), fileType, deployedImplementationType);
    }

    boolean is(String typeName) {
        return typeName.equals(type.value());
    }
}
