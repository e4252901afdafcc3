/**
 * Makes signals of log records of the firewall, the gateway, the user pool and the API function.
 */
@NullMarked
package dev.rampart.adapter.in.logs;

import org.jspecify.annotations.NullMarked;
