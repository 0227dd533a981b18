package eliq.app.frame;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

/** What views and the window keep from one start to the next. */
public final class ViewMemory {
    private static final String LAST = "view";

    private final Preferences preferences;

    public ViewMemory(Preferences preferences) {
        this.preferences = preferences;
    }

    /** Title of the view that was shown last. */
    Optional<String> last() {
        return Optional.ofNullable(preferences.get(LAST, null));
    }

    void last(String title) {
        preferences.put(LAST, title);
    }

    Map<String, String> of(View view) {
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            Preferences node = node(view);
            for (String key : node.keys()) {
                texts.put(key, node.get(key, ""));
            }
        } catch (BackingStoreException e) {
            // Without its store a view begins as at the first start.
            return Map.of();
        }
        return texts;
    }

    void keep(View view) {
        try {
            Preferences node = node(view);
            node.clear();
            view.remembered()
                    .forEach(
                            (key, text) -> {
                                if (text.length() <= Preferences.MAX_VALUE_LENGTH) {
                                    node.put(key, text);
                                }
                            });
        } catch (BackingStoreException e) {
            System.getLogger("eliq").log(System.Logger.Level.WARNING, e.getMessage());
        }
    }

    private Preferences node(View view) {
        return preferences.node("view-" + view.title().toLowerCase(Locale.ROOT));
    }
}
