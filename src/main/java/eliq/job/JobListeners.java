package eliq.job;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells everybody, whatever one of them does. */
final class JobListeners {
    private final List<JobListener> listeners = new CopyOnWriteArrayList<>();

    /** What is returned takes the listener away again. */
    Runnable add(JobListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell(JobEvent event) {
        for (JobListener listener : listeners) {
            try {
                listener.on(event);
            } catch (RuntimeException e) {
                // A faulty view must not end hours of work.
                System.getLogger(JobListeners.class.getName())
                        .log(System.Logger.Level.WARNING, "a listener failed on " + event, e);
            }
        }
    }
}
