package eliq.app.frame;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.prefs.Preferences;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Light or dark, chosen by the user or followed from the system; remembered between starts. */
public final class Appearance {

    /** What the user chose. */
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    private static final String KEY = "appearance";

    private final Preferences preferences;
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
    private final ReadOnlyObjectWrapper<ColorScheme> scheme =
            new ReadOnlyObjectWrapper<>(ColorScheme.LIGHT);

    public Appearance(Preferences preferences) {
        this.preferences = preferences;
        choice.set(stored());
        choice.addListener(
                (_, _, now) -> {
                    preferences.put(KEY, now.name());
                    apply();
                });
    }

    private Choice stored() {
        String name = preferences.get(KEY, Choice.SYSTEM.name());
        for (Choice each : Choice.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return Choice.SYSTEM;
    }

    // Properties

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /** What is shown now. */
    public ReadOnlyObjectProperty<ColorScheme> schemeProperty() {
        return scheme.getReadOnlyProperty();
    }

    // Commands

    /** Follows the system from now on where the user did not choose. Called once, on the JavaFX thread. */
    public void start() {
        Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> apply());
        apply();
    }

    /** Switches between light and dark, whatever led to what is shown now. */
    public void toggle() {
        choice.set(scheme.get() == ColorScheme.DARK ? Choice.LIGHT : Choice.DARK);
    }

    private void apply() {
        ColorScheme now =
                switch (choice.get()) {
                    case SYSTEM -> Platform.getPreferences().getColorScheme();
                    case LIGHT -> ColorScheme.LIGHT;
                    case DARK -> ColorScheme.DARK;
                };
        scheme.set(now);
        Application.setUserAgentStylesheet(
                now == ColorScheme.DARK
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
    }
}
