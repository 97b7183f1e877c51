package org.pledgetracker.webkit.limit;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of a service.
 *
 * @param memberReads per member, of calls that change nothing
 * @param memberWrites per member, of calls that may change something
 * @param address per address, of calls by nobody in particular
 * @param signInAddress per address, of asking for links and codes and of using them
 * @param signInEmail per e-mail address that links are asked for
 * @param trustedProxies addresses or networks of the proxies whose {@code X-Forwarded-For} is believed
 * @param remembered how many callers each limit remembers at once
 * @param concurrent how many calls are worked on at once
 * @param streams how many live streams are open at once
 * @param memberStreams how many live streams a member has open at once
 * @param body the largest body
 * @param sessions how many sessions there are at once
 */
@ConfigurationProperties("pledge-tracker.limits")
public record LimitProperties(
        @DefaultValue("1800/1m") Rate memberReads,
        @DefaultValue("120/1m") Rate memberWrites,
        @DefaultValue("3000/1m") Rate address,
        @DefaultValue("100/10m") Rate signInAddress,
        @DefaultValue("5/15m") Rate signInEmail,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("100000") int remembered,
        @DefaultValue("512") int concurrent,
        @DefaultValue("1000") int streams,
        @DefaultValue("20") int memberStreams,
        @DefaultValue("64KB") DataSize body,
        @DefaultValue("50000") int sessions) {}
