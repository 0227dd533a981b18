package eliq.app.train;

import eliq.app.words.Failure;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the training that is set up would cost; of many changes at once only the last is worked out. */
public final class CostModel {

    /** A cost, as far as it is known. */
    public sealed interface Cost {
        /** There is no whole set of settings. */
        record Unknown() implements Cost {}

        record Working() implements Cost {}

        record Known(Estimate estimate) implements Cost {}

        record Failed(String reason) implements Cost {}
    }

    private final Trainings trainings;
    private final Executor worker;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<Cost> now = new ReadOnlyObjectWrapper<>(new Cost.Unknown());
    private final AtomicLong question = new AtomicLong();

    CostModel(Trainings trainings, Executor worker, Executor ui) {
        this.trainings = trainings;
        this.worker = worker;
        this.ui = ui;
    }

    public ReadOnlyObjectProperty<Cost> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** Works it out in the background. */
    void of(Optional<Training> training) {
        long asked = question.incrementAndGet();
        if (training.isEmpty()) {
            now.set(new Cost.Unknown());
            return;
        }
        now.set(new Cost.Working());
        worker.execute(() -> estimate(asked, training.get()));
    }

    void fail(String reason) {
        now.set(new Cost.Failed(reason));
    }

    private void estimate(long asked, Training training) {
        if (asked != question.get()) {
            return;
        }
        Cost found;
        try {
            found = new Cost.Known(trainings.estimate(training));
        } catch (TrainException e) {
            found = new Cost.Failed(Failure.sentence(e));
        }
        Cost answer = found;
        ui.execute(
                () -> {
                    if (asked == question.get()) {
                        now.set(answer);
                    }
                });
    }
}
