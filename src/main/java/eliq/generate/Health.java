package eliq.generate;

import java.util.List;

/**
 * What a backend answers when it is asked how it is.
 *
 * @param reachable whether it answers as its kind should
 * @param answer version and device where it does, else one sentence on what is wrong and what to do
 * @param models what was looked for, and what of it is missing
 */
public record Health(boolean reachable, String answer, List<ModelState> models) {

    /**
     * @param generator name of the generator or editor that uses it
     * @param model its title
     * @param missing files and nodes that the backend lacks, each with where it belongs; empty: ready
     */
    public record ModelState(String generator, String model, List<String> missing) {
        public ModelState {
            missing = List.copyOf(missing);
        }

        public boolean ready() {
            return missing.isEmpty();
        }
    }

    public Health {
        models = List.copyOf(models);
    }

    /** Not to be reached. */
    public static Health unreachable(String why) {
        return new Health(false, why, List.of());
    }
}
