package eliq.benchmark;

import eliq.backbone.Backbone;
import eliq.backbone.BackboneException;
import eliq.backbone.BackboneTraining;
import eliq.backbone.TrainingMode;
import eliq.critic.BackboneLoader;
import eliq.demo.StatisticsBackbone;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens the stand-in for a model and counts the pictures that are read. */
final class CountingBackbone implements BackboneLoader {
    private final AtomicInteger read = new AtomicInteger();

    /** Pictures read since the last time it was asked. */
    int taken() {
        return read.getAndSet(0);
    }

    @Override
    public Backbone open(Path directory, Optional<Path> adapter) throws BackboneException {
        Backbone plain = StatisticsBackbone.LOADER.open(directory, adapter);
        return (Backbone)
                Proxy.newProxyInstance(
                        CountingBackbone.class.getClassLoader(),
                        new Class<?>[] {Backbone.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("read")) {
                                read.addAndGet(((List<?>) arguments[0]).size());
                            }
                            try {
                                return method.invoke(plain, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    @Override
    public BackboneTraining openForTraining(Path directory, TrainingMode mode, long seed)
            throws BackboneException {
        return StatisticsBackbone.LOADER.openForTraining(directory, mode, seed);
    }
}
