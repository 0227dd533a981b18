package eliq.app.frame;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds actions by parts of their words. */
final class ActionSearch {
    private ActionSearch() {}

    /**
     * Those whose title holds every word that was typed; those that begin with what was typed come first, else they stay
     * in order.
     */
    static List<Action> find(List<Action> actions, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return actions;
        }
        List<String> words = List.of(wanted.split("\\s+"));
        return actions.stream()
                .filter(action -> words.stream().allMatch(lower(action)::contains))
                .sorted(Comparator.comparing(action -> !lower(action).startsWith(wanted)))
                .toList();
    }

    private static String lower(Action action) {
        return action.title().toLowerCase(Locale.ROOT);
    }
}
