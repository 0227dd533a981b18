package eliq.hub;

import java.util.List;

/**
 * What to fetch.
 *
 * @param model {@code ORG/NAME} or {@code ORG/NAME@REVISION}
 * @param include patterns of the files wanted; empty: those that a checkpoint needs
 * @param check whether what is there already is hashed, and fetched again where it is damaged
 */
public record PullModel(String model, List<String> include, boolean check) {
    public PullModel {
        include = List.copyOf(include);
    }
}
