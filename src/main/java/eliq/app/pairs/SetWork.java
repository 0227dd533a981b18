package eliq.app.pairs;

import eliq.app.frame.StatusViewModel;
import eliq.app.words.Failure;
import eliq.catalog.TupleSet;
import java.util.Locale;
import java.util.function.Consumer;

/** Long work on a set, behind the view; its progress is in the status bar. */
final class SetWork {
    private final ReviewThreads threads;
    private final StatusViewModel status;
    private final Consumer<String> say;

    SetWork(ReviewThreads threads, StatusViewModel status, Consumer<String> say) {
        this.threads = threads;
        this.status = status;
        this.say = say;
    }

    /** Work on a set to its end. */
    @FunctionalInterface
    interface Task {
        void run(TupleSet set, PairShelf.Progress progress) throws ReviewException;
    }

    /** @param then runs on the JavaFX thread after success */
    void run(String name, TupleSet set, Task task, Runnable then) {
        say.accept(name + " of “" + set.name() + "” …");
        status.working(name + " …", -1);
        threads.work()
                .execute(
                        () -> {
                            try {
                                task.run(set, (done, total) -> advance(name, done, total));
                                threads.ui().execute(() -> end(name + ": done", then));
                            } catch (ReviewException e) {
                                threads.ui()
                                        .execute(
                                                () ->
                                                        end(
                                                                name + " failed",
                                                                () ->
                                                                        say.accept(
                                                                                Failure.sentence(
                                                                                        e))));
                            }
                        });
    }

    private void advance(String name, long done, long total) {
        threads.ui()
                .execute(
                        () ->
                                status.working(
                                        String.format(
                                                Locale.getDefault(),
                                                "%s: %,d of %,d",
                                                name,
                                                done,
                                                total),
                                        total == 0 ? -1 : (double) done / total));
    }

    private void end(String result, Runnable then) {
        status.idle(result);
        say.accept("");
        then.run();
    }
}
