package eliq.hub;

import java.util.List;

/**
 * What to look over.
 *
 * @param models by name; empty: all there are
 */
public record VerifyModels(List<String> models) {
    public VerifyModels {
        models = List.copyOf(models);
    }
}
