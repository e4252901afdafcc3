package dev.rampart.adapter.out.logs;

import java.util.List;

/**
 * The names of the log groups that are searched.
 *
 * @param access of the gateway
 * @param firewall of the web ACL
 * @param signIn of the user pool
 * @param functions of the functions that answer requests
 */
public record SearchedLogs(String access, String firewall, String signIn, List<String> functions) {
  public SearchedLogs {
    functions = List.copyOf(functions);
  }
}
