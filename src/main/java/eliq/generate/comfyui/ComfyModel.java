package eliq.generate.comfyui;

import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import java.util.Optional;

/** A model on one server. The server is asked once which of its variants it can run. */
final class ComfyModel {
    private final ModelSpec spec;
    private final ComfyClient client;
    private Optional<Workflow> ready = Optional.empty();

    ComfyModel(ModelSpec spec, ComfyClient client) {
        this.spec = spec;
        this.client = client;
    }

    ModelSpec spec() {
        return spec;
    }

    /** The variant that the server can run best; where it can run none, what the preferred one lacks. */
    Readiness look(ServerNodes server) throws GenerateException {
        Optional<Readiness> first = Optional.empty();
        for (Workflow variant : spec.variants()) {
            Readiness readiness = Readiness.of(variant, server);
            if (readiness.missing().isEmpty()) {
                return readiness;
            }
            first = first.or(() -> Optional.of(readiness));
        }
        return first.orElseThrow();
    }

    /**
     * The workflow to run, with the server's file names.
     *
     * @throws GenerateException saying what is missing
     */
    synchronized Workflow ready() throws GenerateException {
        if (ready.isEmpty()) {
            Readiness readiness = look(new ServerNodes(client));
            if (!readiness.missing().isEmpty()) {
                throw new GenerateException(
                        Reason.REFUSED,
                        "%s: %s cannot run there; missing: %s."
                                .formatted(
                                        client.http().name(),
                                        spec.title(),
                                        String.join("; ", readiness.missing())));
            }
            ready = Optional.of(readiness.workflow());
        }
        return ready.get();
    }
}
