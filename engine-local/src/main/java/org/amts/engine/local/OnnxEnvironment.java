package org.amts.engine.local;

import ai.onnxruntime.OrtEnvironment;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * ONNX Runtime's environment, which is there until the process ends.
 *
 * <p>Its Java binding gives it back in a shutdown hook, while threads may still compute with it: a
 * run that was stopped by a signal then crashed now and then instead of just ending. The
 * environment counts who holds it, so one holder more keeps it.
 */
final class OnnxEnvironment {

  private static final OrtEnvironment KEPT = kept();

  private OnnxEnvironment() {}

  static OrtEnvironment get() {
    return KEPT;
  }

  private static OrtEnvironment kept() {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try {
      Field interfaceHandle =
          Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
      interfaceHandle.setAccessible(true);
      Method hold =
          OrtEnvironment.class.getDeclaredMethod(
              "createHandle", long.class, int.class, String.class);
      hold.setAccessible(true);
      hold.invoke(null, interfaceHandle.getLong(null), 2, "amts"); // 2: warnings, as by default
    } catch (ReflectiveOperationException | RuntimeException e) {
      // A version of the library that has changed inside: the end of a process is as it was.
    }
    return environment;
  }
}
