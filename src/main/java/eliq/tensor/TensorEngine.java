package eliq.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one thread on which everything that touches libtorch runs. Gradient mode, the number of OpenMP threads and the
 * random state belong to a thread in libtorch, and only one gradient may be collected at a time, so one thread keeps all
 * of them predictable. Work from other threads is queued in order of arrival. Work that shares no handle of an array may be
 * spread over threads beside it ({@link #callAll}).
 */
public final class TensorEngine {

    /** Overrides the number of compute threads (default: all processors). */
    public static final String THREADS_PROPERTY = "eliq.threads";

    /** The same for the launcher. */
    public static final String THREADS_VARIABLE = "ELIQ_THREADS";

    /** Work done on the tensor thread. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    private static final class Shared {
        static final TensorEngine INSTANCE = new TensorEngine();
    }

    private final ExecutorService executor;
    private final ExecutorService beside;
    private final Future<Started> started;
    private final ThreadLocal<Boolean> isTensorThread = ThreadLocal.withInitial(() -> false);

    private TensorEngine() {
        executor = Executors.newSingleThreadExecutor(work -> daemon(work, "tensor"));
        beside = Executors.newCachedThreadPool(work -> daemon(work, "tensor-beside"));
        started = executor.submit((Callable<Started>) this::start);
        Runtime.getRuntime().addShutdownHook(new Thread(this::finish, "tensor-finish"));
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * At the end of the process libtorch takes itself apart, and crashes it if an operation is still running. So what was
     * asked for before is done, for at most ten seconds, and nothing new is begun.
     */
    private void finish() {
        try {
            executor.submit(() -> {}).get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // The process ends either way.
        } finally {
            executor.shutdownNow();
        }
    }

    private Started start() throws TensorException {
        isTensorThread.set(true);
        Engine engine = ComputeDevices.engine();
        JniUtils.setNumThreads(threads());
        JniUtils.setGradMode(false);
        JniUtils.setGraphExecutorOptimize(false);
        Device device = ComputeDevices.find(engine, ComputeDevices.asked());
        NDManager root = engine.newBaseManager(device);
        root.setName("tensor-engine");
        return new Started(root, Kernels.load(root, TensorEngine.class, "common.torch"));
    }

    private record Started(NDManager root, Kernels kernels) {}

    /**
     * The engine, started on first use.
     *
     * @throws TensorException if libtorch cannot be loaded on this machine
     */
    public static TensorEngine shared() throws TensorException {
        TensorEngine engine = Shared.INSTANCE;
        try {
            waitFor(engine.started);
            return engine;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TensorException known) {
                throw new TensorException(known.getMessage(), known);
            }
            throw new TensorException(
                    "libtorch could not be started ("
                            + reason(e.getCause())
                            + "). The build fetches it for the platform it runs on: build again on this machine,"
                            + " or set PYTORCH_LIBRARY_PATH to a libtorch 2.7.1.",
                    e.getCause());
        }
    }

    /** What failed and, where that says more, what that came of. */
    private static String reason(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first == failure ? failure.toString() : failure + ": " + first.getMessage();
    }

    /**
     * Runs the work on the tensor thread and waits for it; at once if this already is that thread. Native work cannot be
     * interrupted: an interrupt of the waiting thread is kept for later.
     *
     * @throws E what the work throws
     */
    public <T, E extends Exception> T call(Work<T, E> work) throws E {
        if (isTensorThread.get()) {
            return work.run();
        }
        return TensorEngine.<T, E>result(executor.submit((Callable<T>) work::run));
    }

    /**
     * Runs works side by side, the first on the tensor thread and each other on a thread of its own, and waits for all. Tensor
     * thread only. No two may use the same handle of an array, and none may draw at random.
     *
     * @param works at least one
     * @param most of them that there ever are: each computes with that share of the threads, also where there are fewer,
     *     so that its digits are the same
     * @return what each gave, in order
     * @throws E what the first of those that failed throws, when all have ended
     */
    public <T, E extends Exception> List<T> callAll(List<? extends Work<T, E>> works, int most)
            throws E {
        if (most == 1) {
            return List.of(works.getFirst().run());
        }
        int share = Math.max(1, threads() / most);
        List<Future<T>> others = new ArrayList<>();
        for (Work<T, E> work : works.subList(1, works.size())) {
            others.add(beside.submit((Callable<T>) () -> beside(work, share)));
        }
        List<T> results = new ArrayList<>();
        try {
            JniUtils.setNumThreads(share);
            results.add(works.getFirst().run());
        } finally {
            others.forEach(TensorEngine::end);
            JniUtils.setNumThreads(threads());
        }
        for (Future<T> other : others) {
            results.add(TensorEngine.<T, E>result(other));
        }
        return results;
    }

    private <T, E extends Exception> T beside(Work<T, E> work, int share) throws E {
        // What it calls here in turn must not wait for the tensor thread, which waits for it.
        isTensorThread.set(true);
        JniUtils.setNumThreads(share);
        JniUtils.setGradMode(false);
        JniUtils.setGraphExecutorOptimize(false);
        return work.run();
    }

    private static void end(Future<?> work) {
        try {
            waitFor(work);
        } catch (ExecutionException e) {
            // Thrown where its result is asked for, unless the first work has failed already.
        }
    }

    private static <T, E extends Exception> T result(Future<T> work) throws E {
        try {
            return waitFor(work);
        } catch (ExecutionException e) {
            throw TensorEngine.<E>cause(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> E cause(ExecutionException e) {
        return switch (e.getCause()) {
            case Error error -> throw error;
            case Exception exception -> (E) exception;
            default -> throw new IllegalStateException(e.getCause());
        };
    }

    /**
     * A scope for native arrays, to be closed by its owner. May be made on any thread.
     *
     * @param name shown where a leak is reported
     */
    public NDManager newScope(String name) {
        NDManager scope = started.resultNow().root().newSubManager();
        scope.setName(name);
        return scope;
    }

    /** Where arrays are made by default: what {@link ComputeDevices} chose. */
    public Device device() {
        return started.resultNow().root().getDevice();
    }

    /**
     * What computes here.
     *
     * @param version of libtorch
     * @param library the folder it was loaded from
     * @param device in use
     * @param devices that could be asked for
     * @param threads that one operation may use
     */
    public record Libtorch(
            String version, String library, String device, List<String> devices, int threads) {}

    /** Which libtorch is in use, and on what. */
    public Libtorch runtime() {
        Engine engine = Engine.getEngine("PyTorch");
        return new Libtorch(
                engine.getVersion(),
                LibUtils.getLibtorchPath(),
                ComputeDevices.name(device()),
                ComputeDevices.names(engine),
                threads());
    }

    /** Sets libtorch's random state, from which dropout draws. Tensor thread only. */
    public static void seed(long seed) {
        JniUtils.setSeed(seed);
    }

    /** Kernels that belong to no model. */
    Kernels kernels() {
        return started.resultNow().kernels();
    }

    /** Number of threads one operation may use. */
    public int threads() {
        return configuredThreads();
    }

    /** Number of threads that may compute side by side: on a GPU they would only queue for it. */
    public int threadsBeside() {
        return device().isGpu() ? 1 : threads();
    }

    /** The same without starting libtorch: what {@value #THREADS_PROPERTY} or {@value #THREADS_VARIABLE} say, else all processors. */
    public static int configuredThreads() {
        String asked = System.getProperty(THREADS_PROPERTY, System.getenv(THREADS_VARIABLE));
        if (asked != null && asked.matches("[1-9][0-9]{0,3}")) {
            return Integer.parseInt(asked);
        }
        return Runtime.getRuntime().availableProcessors();
    }

    private static <T> T waitFor(Future<T> future) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (CancellationException e) {
                    throw new IllegalStateException("tensor work is never cancelled", e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
