package eliq.app.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.frame.StatusViewModel;
import eliq.catalog.JobState;
import eliq.pairs.NegativeKind;
import org.junit.jupiter.api.Test;

class BuildViewModelTest extends GenerateModels {
    @Test
    void thePlanCountsPicturesAndSaysThatThePainterSendsNothing() throws Exception {
        ui.run(
                () -> {
                    build.settings().countProperty().set(7);
                    build.plan();
                });
        ui.await("planned", () -> build.planProperty().get().isPresent());
        PlanWords plan = ui.get(() -> build.planProperty().get().orElseThrow());

        assertTrue(plan.summary().startsWith("7 prompts, 7 positives; "), plan.summary());
        assertEquals("Nothing leaves this machine.", plan.leaves());
        assertTrue(
                plan.rows().stream()
                        .anyMatch(r -> r.what().equals("positive") && r.pictures().equals("7")));

        ui.run(() -> build.settings().negativesProperty(NegativeKind.EDITED).set(3));
        assertTrue(ui.get(() -> build.planProperty().get().isEmpty()));
    }

    @Test
    void aPlanWithARemoteBackendNamesTheHost() throws Exception {
        ui.run(() -> backends.add("studio", "comfyui", "http://gpu.example.org:8188", "", ""));
        ui.await("listed", () -> backends.rows().size() == 2);
        ui.run(
                () -> {
                    build.settings().countProperty().set(2);
                    build.settings()
                            .generators()
                            .setAll(backends.rows().getLast().generators().getFirst());
                    build.plan();
                });
        ui.await("planned", () -> build.planProperty().get().isPresent());

        PlanWords plan = ui.get(() -> build.planProperty().get().orElseThrow());
        assertTrue(plan.leaves().contains("gpu.example.org"), plan.leaves());
    }

    @Test
    void withoutAPromptNothingIsBuiltAndTheReasonIsSaid() throws Exception {
        ui.run(
                () -> {
                    build.settings().promptsProperty().set(PromptChoice.BANK);
                    build.start();
                });
        ui.await("said", () -> build.problemProperty().get().contains("no prompt to draw"));
        assertTrue(ui.get(() -> build.run().jobProperty().get().isEmpty()));
    }

    @Test
    void aBuildThatWasPausedIsOfferedAfterARestartAndGoesOn() throws Exception {
        ui.run(
                () -> {
                    build.settings().countProperty().set(4);
                    for (NegativeKind kind : NegativeKind.values()) {
                        build.settings()
                                .negativesProperty(kind)
                                .set(kind == NegativeKind.DISTORTED ? 1 : 0);
                    }
                    build.start();
                });
        ui.await("a picture is there", () -> !build.run().previews().isEmpty());
        ui.run(build.run()::pause);
        ui.await("it stopped", () -> !build.run().jobProperty().get().orElseThrow().isActive());
        JobState stopped =
                ui.get(() -> build.run().jobProperty().get().orElseThrow().stateProperty().get());

        if (stopped == JobState.PAUSED) {
            BuildViewModel next =
                    ui.get(
                            () ->
                                    new BuildViewModel(
                                            workbench,
                                            bank.shown(),
                                            worker,
                                            ui,
                                            new StatusViewModel()));
            ui.run(next.run()::refresh);
            ui.await("offered", () -> next.run().jobProperty().get().isPresent());
            ui.run(next.run()::resume);
            ui.await("done", () -> next.noticeProperty().get().contains("has 4 tuples"));
        }
        assertEquals(
                4,
                workbench
                        .catalog()
                        .tuples()
                        .all(workbench.catalog().tuples().findSet("first").orElseThrow().id())
                        .size());
    }
}
