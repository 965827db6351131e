package io.openintegration.daemon.connectors.files.s3;

import io.openintegration.daemon.connectors.files.remote.RemoteMessage;
import io.openintegration.daemon.connectors.files.remote.RemoteSite;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Tells the failures of a store of objects apart: those of one folder or file, and those of the whole. */
record S3Failures(RemoteSite site) {

    private static final String MISREAD = "SignatureDoesNotMatch";

    private static final Set<String> SECRET_REFUSED = Set.of(
            "InvalidAccessKeyId",
            MISREAD,
            "ExpiredToken",
            "InvalidToken",
            "TokenRefreshRequired",
            "RequestTimeTooSkewed");

    private static final Set<String> WRONG_REGION = Set.of(
            "AuthorizationHeaderMalformed",
            "IllegalLocationConstraintException",
            "PermanentRedirect",
            "TemporaryRedirect",
            "Redirect");

    /**
     * What to throw where a folder or file could not be asked for.
     *
     * @return of the kind that {@link java.nio.file.Files} throws for the like
     * @throws ConnectorException where the failure is none of this folder or file alone
     */
    IOException of(SdkException failure, String key) {
        if (failure instanceof S3Exception answer) {
            return answered(answer, key);
        }
        throw unanswered(failure);
    }

    /**
     * What to throw where the content of a file could not be asked for. A signature that was good for the listing and is
     * not for this key is the server's trouble with the key: some read {@code //} otherwise than it was signed.
     *
     * @throws ConnectorException where the failure is none of this file alone
     */
    IOException ofContent(SdkException failure, String key) {
        return failure instanceof S3Exception answer && MISREAD.equals(code(answer))
                ? new IOException("the server reads this key otherwise: " + key, failure)
                : of(failure, key);
    }

    private static String code(S3Exception answer) {
        return Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
    }

    private IOException answered(S3Exception answer, String key) {
        String code = code(answer);
        int status = answer.statusCode();
        if (SECRET_REFUSED.contains(code) || status == 401) {
            throw wrong(RemoteMessage.SECRET_REFUSED, code, answer);
        }
        if (WRONG_REGION.contains(code) || status / 100 == 3) {
            throw wrong(RemoteMessage.WRONG_REGION, code.isEmpty() ? "status " + status : code, answer);
        }
        if ("NoSuchBucket".equals(code)) {
            throw site.failure(FailureOrigin.THIRD_PARTY, RemoteMessage.MISSING, null, answer);
        }
        return switch (status) {
            case 403 -> denied(key, answer);
            case 404 -> gone(key, code, answer);
            case 412 -> new IOException("changed while it was looked at: " + key, answer);
            default -> throw site.failure(
                    FailureOrigin.THIRD_PARTY,
                    status / 100 == 5 || status == 429 ? RemoteMessage.UNREACHABLE : RemoteMessage.FAILED,
                    "status " + status,
                    answer);
        };
    }

    private static IOException denied(String key, S3Exception answer) {
        IOException denied = new AccessDeniedException(key);
        denied.initCause(answer);
        return denied;
    }

    /** A server that knows no such code is none of this kind. */
    private IOException gone(String key, String code, S3Exception answer) {
        if (!"NoSuchKey".equals(code)) {
            throw site.failure(FailureOrigin.THIRD_PARTY, RemoteMessage.FAILED, "status 404", answer);
        }
        IOException gone = new NoSuchFileException(key);
        gone.initCause(answer);
        return gone;
    }

    private ConnectorException unanswered(SdkException failure) {
        for (Throwable cause : causes(failure)) {
            if (cause instanceof ConnectorException refused) {
                return refused;
            }
            if (cause instanceof AbortedException || cause instanceof InterruptedException) {
                return site.interrupted(failure);
            }
            if (cause instanceof ApiCallTimeoutException
                    || cause instanceof ApiCallAttemptTimeoutException
                    || cause instanceof SocketTimeoutException) {
                return site.timedOut(failure);
            }
        }
        return causes(failure).stream()
                .filter(IOException.class::isInstance)
                .findFirst()
                .map(broken -> site.failure(
                        FailureOrigin.THIRD_PARTY,
                        RemoteMessage.UNREACHABLE,
                        broken.getClass().getSimpleName(),
                        failure))
                .orElseGet(() -> nonsense(failure.getClass().getSimpleName(), failure));
    }

    /** Says that the answer is none that such a server gives. */
    ConnectorException nonsense(String what, Throwable cause) {
        return site.failure(FailureOrigin.THIRD_PARTY, RemoteMessage.FAILED, what, cause);
    }

    private ConnectorException wrong(RemoteMessage message, String detail, S3Exception answer) {
        return site.failure(FailureOrigin.CONFIGURATION, message, detail, answer);
    }

    private static List<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .toList();
    }
}
