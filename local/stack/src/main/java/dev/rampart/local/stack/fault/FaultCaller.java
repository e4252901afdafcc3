package dev.rampart.local.stack.fault;

import dev.rampart.local.protocol.AwsCall;
import dev.rampart.local.protocol.http.HttpRequest;
import java.util.Optional;

/**
 * Who makes a call, as its header fields say.
 *
 * @param accessKeyId of who signed it; empty if nobody did
 * @param process the session token of the function's process that sent it; empty if none did, even
 *     if who did has a token
 */
record FaultCaller(String accessKeyId, Optional<String> process) {

  static FaultCaller of(HttpRequest request, FunctionProcesses processes) {
    return new FaultCaller(
        AwsCall.accessKeyId(request).orElse(""),
        request.header("X-Amz-Security-Token").filter(processes::has));
  }
}
