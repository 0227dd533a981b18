package eliq.cli;

import eliq.backbone.BackboneException;
import eliq.backbone.MemoryNeeds;
import eliq.catalog.CatalogException;
import eliq.critic.BackboneLoader;
import eliq.critic.CriticException;
import eliq.critic.CriticPlan;
import eliq.critic.TrainCriticParameters;
import eliq.report.Column;
import eliq.tensor.DeviceMemory;
import eliq.tensor.TensorException;
import eliq.workbench.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a training of a critic would have to do, and whether it fits. */
final class CriticPlanRows {
    static final List<Column> COLUMNS =
            List.of(Column.text("key", "Key"), Column.text("value", "Value"));

    private CriticPlanRows() {}

    static List<List<?>> of(Workbench workbench, TrainCriticParameters p)
            throws CatalogException, CriticException, BackboneException, TensorException {
        CriticPlan plan = CriticPlan.of(workbench.catalog(), p);
        List<List<?>> rows = new ArrayList<>();
        rows.add(List.of("images", plan.images()));
        rows.add(List.of("questions", plan.questions()));
        rows.add(List.of("held_out_images", plan.heldOutImages()));
        rows.add(List.of("held_out_questions", plan.heldOutQuestions()));
        rows.add(List.of("steps", plan.steps()));
        Optional<MemoryNeeds> memory = memory(workbench.backbones(), p);
        if (memory.isPresent()) {
            MemoryNeeds needs = memory.get();
            rows.add(List.of("memory_program_gb", gigabytes(needs.program())));
            rows.add(List.of("memory_weights_gb", gigabytes(needs.weights())));
            rows.add(List.of("memory_moving_gb", gigabytes(needs.moving())));
            rows.add(List.of("memory_working_gb", gigabytes(needs.working())));
            rows.add(List.of("memory_gb", gigabytes(needs.total())));
            long free = DeviceMemory.available();
            rows.add(List.of("memory_free_gb", gigabytes(free)));
            rows.add(
                    List.of(
                            "fits",
                            needs.total() <= free
                                    ? "yes"
                                    : "no: lower --batch, or give --dtype int8, --checkpoint-gradients or"
                                            + " a smaller model"));
        }
        return rows;
    }

    private static Optional<MemoryNeeds> memory(BackboneLoader backbones, TrainCriticParameters p)
            throws BackboneException {
        return backbones
                .with(p.precision(), p.checkpointing())
                .trainingMemory(
                        p.backbone(), p.mode(), p.training().batchSize(), p.aspects().size());
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.2f", bytes / 1e9);
    }
}
