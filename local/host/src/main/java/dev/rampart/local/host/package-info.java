/**
 * The stand-in for Lambda: runs function jars in processes of their own.
 *
 * <pre>{@code
 * HostSettings settings =
 *     new HostSettings(runtimeJars, work, "eu-west-1", Runtimes.fitting(), Optional.empty(), false);
 * try (LambdaHost host = LambdaHost.start(settings, functions, (function, line) -> metrics.read(line))) {
 *   host.prewarm();
 *   InvocationResult invocation = host.invoke("ApiFunction", event);
 * }
 * }</pre>
 *
 * <p>The directory of runtime jars holds {@code aws-lambda-java-runtime-interface-client}, {@code
 * aws-lambda-java-core}, {@code aws-lambda-java-serialization} and {@code utils-lite}.
 */
@NullMarked
package dev.rampart.local.host;

import org.jspecify.annotations.NullMarked;
