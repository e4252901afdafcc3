package dev.rampart.benchmark.inspection.speed;

import dev.rampart.benchmark.inspection.accuracy.Judge;
import dev.rampart.domain.inspection.Inspector;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** What is measured. Public, as a proxy of a method's handle needs it. */
public interface InjectionDetector {

  /** The inspector, with every value as free text. */
  String RAMPART = "rampart";

  /** A Java port of libinjection, asked for both of its classes. */
  String PEER = "peer";

  /** Returns whether the value looks like an attack. */
  boolean refuses(String value);

  /** Returns a subject by its name. The class path of a peer is one jar. */
  static InjectionDetector of(String name, String peerJar) {
    if (name.equals(RAMPART)) {
      Inspector inspector = Inspector.standard();
      return value -> inspector.inspect(Judge.KIND, value).refusedIn(Judge.KIND);
    }
    try {
      URLClassLoader loader = new URLClassLoader(new URL[] {Path.of(peerJar).toUri().toURL()});
      Class<?> library = loader.loadClass("com.cloud.apim.libinjection.LibInjection");
      InjectionDetector sqli = check(library, "isSQLi");
      InjectionDetector xss = check(library, "isXSS");
      // Both run on every value, as both would have to on honest text.
      return value -> {
        boolean first = sqli.refuses(value);
        return xss.refuses(value) || first;
      };
    } catch (MalformedURLException | ReflectiveOperationException e) {
      throw new IllegalArgumentException("no libinjection-jvm in " + peerJar, e);
    }
  }

  private static InjectionDetector check(Class<?> library, String name)
      throws ReflectiveOperationException {
    MethodType type = MethodType.methodType(boolean.class, String.class);
    MethodHandle method = MethodHandles.publicLookup().findStatic(library, name, type);
    return MethodHandleProxies.asInterfaceInstance(InjectionDetector.class, method);
  }
}
