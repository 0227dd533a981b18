package eliq.generate;

import java.util.List;

/** The generators and editors at hand, by the names that are recorded with their images. */
public interface Generators {

    /**
     * Names of all generators, the painter first.
     *
     * @throws GenerateException where they are configured in a file that cannot be read
     */
    List<String> generatorNames() throws GenerateException;

    /**
     * Names of all editors.
     *
     * @throws GenerateException where they are configured in a file that cannot be read
     */
    List<String> editorNames() throws GenerateException;

    /**
     * @throws GenerateException saying which names are known, where this is none
     */
    ImageGenerator generator(String name) throws GenerateException;

    /**
     * @throws GenerateException saying which names are known, where this is none
     */
    ImageEditor editor(String name) throws GenerateException;
}
