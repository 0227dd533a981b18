package eliq.app.generate;

import eliq.generate.Health;
import java.util.List;
import java.util.Optional;

/**
 * A backend with what it offers and how it is.
 *
 * @param kind painter, comfyui, webui, openai or folder
 * @param place its address or folder
 * @param generators what draws
 * @param broken why it cannot be set up
 * @param health its answer; absent where it was not asked yet
 */
public record BackendRow(
        String name,
        String kind,
        String place,
        List<String> generators,
        Optional<String> broken,
        Optional<Health> health) {

    public BackendRow {
        generators = List.copyOf(generators);
    }

    BackendRow with(Health answer) {
        return new BackendRow(name, kind, place, generators, broken, Optional.of(answer));
    }

    /** In a few words. */
    public String state() {
        if (broken.isPresent()) {
            return broken.get();
        }
        return health.map(
                        h -> {
                            List<Health.ModelState> lacking =
                                    h.models().stream().filter(m -> !m.ready()).toList();
                            if (!h.reachable() || lacking.isEmpty()) {
                                return (h.reachable() ? "ready: " : "not reachable: ") + h.answer();
                            }
                            return "reachable; "
                                    + (h.models().size() - lacking.size())
                                    + " of "
                                    + h.models().size()
                                    + " models ready, "
                                    + lacking.getFirst().model()
                                    + " lacks "
                                    + lacking.getFirst().missing().getFirst();
                        })
                .orElse("not asked yet");
    }

    /** Whether it is known not to work. */
    public boolean isDown() {
        return broken.isPresent() || health.filter(h -> !h.reachable()).isPresent();
    }
}
