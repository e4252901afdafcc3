package dev.rampart.adapter.in.apigateway;

import dev.rampart.domain.port.in.ListSubmissions;

/** GET /v1/submissions. */
record ListRoute(ListSubmissions useCase, Cursor cursors) implements Route {

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    return PageRequest.read(event, Operation.LIST, caller, cursors)
        .answer(
            request -> {
              var command =
                  new ListSubmissions.Command(
                      caller.owner(), request.status(), request.after(), request.size());
              return request.reply(useCase.list(command), caller, cursors);
            });
  }
}
