import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * Classes compiled for Java 5 or older, as Java 8 would have them: with stack maps. The ahead-of-time cache takes no class
 * without (nor one that needs such a class), and picocli's are all without. Nothing else in them changes.
 */
final class Modernised implements AutoCloseable {
    private static final int MAGIC_AND_MINOR = 6;
    private static final int JAVA_6 = 50;

    private final URLClassLoader loader;
    private final ClassFile classes;

    /** @param jars where superclasses are looked up */
    Modernised(List<Path> jars) throws IOException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
        classes =
                ClassFile.of(
                        StackMapsOption.GENERATE_STACK_MAPS,
                        ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofResourceParsing(loader)));
    }

    /** A class file, changed if it is old. */
    byte[] of(byte[] bytes) {
        int version = (bytes[MAGIC_AND_MINOR] & 0xFF) << 8 | bytes[MAGIC_AND_MINOR + 1] & 0xFF;
        if (version >= JAVA_6) {
            return bytes;
        }
        ClassTransform bodies = ClassTransform.transformingMethodBodies((code, e) -> code.with(e));
        ClassTransform changed =
                bodies.andThen(
                        (builder, element) -> {
                            if (element instanceof ClassFileVersion) {
                                builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
                            } else {
                                builder.with(element);
                            }
                        });
        return classes.transformClass(classes.parse(bytes), changed);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
