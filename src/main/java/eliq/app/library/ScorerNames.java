package eliq.app.library;

import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What people call the scorers that stored scores name by their weights. JavaFX thread only. Knows no scene graph. */
public final class ScorerNames {
    private static final int ENOUGH = 12;

    private final ReadOnlyObjectWrapper<Map<String, String>> names =
            new ReadOnlyObjectWrapper<>(Map.of());

    ScorerNames() {}

    /** Names by identity. */
    public ReadOnlyObjectProperty<Map<String, String>> namesProperty() {
        return names.getReadOnlyProperty();
    }

    /** @param installed names by identity */
    public void are(Map<String, String> installed) {
        names.set(Map.copyOf(installed));
    }

    /** The name of a scorer; the beginning of its identity where it is not installed any more. */
    public String of(String identity) {
        String shortened =
                identity.length() > ENOUGH + 4 ? identity.substring(0, ENOUGH) + "…" : identity;
        return names.get().getOrDefault(identity, shortened);
    }
}
