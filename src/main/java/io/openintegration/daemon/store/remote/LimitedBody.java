package io.openintegration.daemon.store.remote;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Collects an answer's bytes, and stops reading where there are too many. Its methods are called one after the other. */
final class LimitedBody implements BodySubscriber<byte[]> {

    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final int limit;
    private byte[] bytes = new byte[4_096];
    private int length;
    private Subscription subscription;

    LimitedBody(int limit) {
        this.limit = limit;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Subscription made) {
        subscription = made;
        // nobody waits for it any more: the connection is of no further use
        CompletableFuture<?> unused = whole.handle((body, failure) -> {
            if (failure != null) {
                made.cancel();
            }
            return null;
        });
        made.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            int more = buffer.remaining();
            if (more > limit - length) {
                whole.completeExceptionally(new TooLargeException());
                return;
            }
            makeRoom(length + more);
            buffer.get(bytes, length, more);
            length += more;
        }
        subscription.request(1);
    }

    private void makeRoom(int needed) {
        if (needed > bytes.length) {
            int doubled = (int) Math.min(limit, 2L * bytes.length);
            bytes = Arrays.copyOf(bytes, Math.max(needed, doubled));
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        whole.complete(Arrays.copyOf(bytes, length));
    }

    /** The answer is larger than anything that is expected. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
