package eliq.app.generate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class BackendsViewModelTest extends GenerateModels {
    @Test
    void aBackendThatCannotBeReachedSaysWhyAndThePainterIsReady() throws Exception {
        ui.run(() -> backends.add("studio", "comfyui", "http://127.0.0.1:9", "", ""));
        ui.await("listed", () -> backends.rows().size() == 2);
        ui.run(backends::test);
        ui.await("answered", () -> backends.rows().stream().allMatch(r -> r.health().isPresent()));

        BackendRow studio = ui.get(() -> backends.rows().getLast());
        assertTrue(studio.isDown());
        assertTrue(studio.state().contains("127.0.0.1"), studio.state());
        assertFalse(ui.get(() -> backends.rows().getFirst()).isDown());

        ui.run(() -> backends.remove(studio));
        ui.await("gone", () -> backends.rows().size() == 1);
    }

    @Test
    void aKeyIsOnlyEverTheNameOfAVariable() throws Exception {
        ui.run(
                () ->
                        backends.add(
                                "cloud",
                                "openai",
                                "https://images.example.org/v1",
                                "CLOUD_KEY",
                                "image-1"));
        ui.await("listed", () -> backends.rows().size() == 2);

        BackendRow cloud = ui.get(() -> backends.rows().getLast());
        assertTrue(cloud.state().contains("CLOUD_KEY"), cloud.state());
        assertTrue(cloud.state().contains("is not set"), cloud.state());
        String file = Files.readString(workbench.generators().file().path());
        assertTrue(file.contains("\"keyVariable\" : \"CLOUD_KEY\""), file);
    }
}
