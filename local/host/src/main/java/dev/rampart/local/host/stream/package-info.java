/**
 * Lambda's event source mapping from a table's stream to a function.
 *
 * <pre>{@code
 * StreamSettings settings = StreamSettings.read(eventSourceMapping);
 * StreamMapping mapping =
 *     StreamMapping.start(
 *         settings,
 *         URI.create("http://127.0.0.1:8000"),
 *         new AwsClient("eu-west-1", accessKeyId),
 *         functions,
 *         (function, to, outcome, document) -> events.send(to.arn(), document),
 *         InstantSource.system(),
 *         directory.resolve("relay.checkpoint"));
 * }</pre>
 *
 * <p>How far each shard was read is kept in a file, so that a run on kept data goes on where the
 * last one stopped. A process that dies between an answer and the next line of that file repeats a
 * batch, as Lambda may.
 */
@NullMarked
package dev.rampart.local.host.stream;

import org.jspecify.annotations.NullMarked;
