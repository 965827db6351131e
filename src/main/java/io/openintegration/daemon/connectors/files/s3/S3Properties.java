package io.openintegration.daemon.connectors.files.s3;

import java.util.Map;

/** The configuration properties of the connectors here, in words for operators. */
final class S3Properties {

    static final Map<String, String> DESCRIPTIONS = Map.of(
            "fileSystemName",
            "First part of all qualified names, in place of s3:// and the bucket.",
            "endpointUrl",
            "URL of the store of objects, where it is not Amazon's own.",
            "region",
            "Region of the bucket, by default us-east-1.",
            "pathStyleAccess",
            "Whether the bucket stands in the path of URLs, by default true where endpointUrl is set.",
            "timeout",
            "How long a single answer may take, by default PT20S.");

    private S3Properties() {}
}
