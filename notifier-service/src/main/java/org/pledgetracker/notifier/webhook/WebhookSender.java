package org.pledgetracker.notifier.webhook;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Channel;
import org.pledgetracker.notifier.NotifierSettings;
import org.pledgetracker.notifier.delivery.Outcome;
import org.pledgetracker.notifier.delivery.Sender;
import org.pledgetracker.notifier.subscription.WebhookAddress;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Calls webhooks. Nothing that they answer is read beyond its status, and no redirect is followed. */
@Component
class WebhookSender implements Sender, DisposableBean {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout ANSWER = Timeout.ofSeconds(10);
    private static final int GONE = 410;
    private static final long LONGEST_SECONDS = 20;

    private final CloseableHttpClient http;
    private final boolean development;
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("notifier-webhook-alarm").daemon().factory());

    @Autowired
    WebhookSender(NotifierSettings settings) {
        this(settings.development() ? null : PublicAddresses.ofSystem(), settings.development());
    }

    WebhookSender(@Nullable DnsResolver names, boolean development) {
        this.development = development;
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(ANSWER)
                        .build());
        if (names != null) {
            connections.setDnsResolver(names);
        }
        http = HttpClients.custom()
                .setConnectionManager(connections.build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(ANSWER).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("pledge-tracker")
                .build();
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public Outcome send(String rep, String address, List<Notice> notices) {
        Instant now = InstantSource.system().instant();
        try {
            WebhookAddress webhook = JSON.readValue(address, WebhookAddress.class);
            if (!development && !webhook.url().regionMatches(true, 0, "https:", 0, 6)) {
                return new Outcome.Refused("only https addresses are called");
            }
            WebhookCall call = WebhookCall.of(notices.getFirst(), now);
            return outcome(status(webhook.url(), call, call.signatures(webhook.secretsAt(now))));
        } catch (PublicAddresses.NotPublic e) {
            return new Outcome.Refused("the address is not on the public internet");
        } catch (IOException e) {
            return new Outcome.Failed("it did not answer (" + e.getClass().getSimpleName() + ")");
        } catch (JacksonException | IllegalArgumentException e) {
            return new Outcome.Refused("the address is not usable: give it again");
        }
    }

    private int status(String url, WebhookCall call, String signatures) throws IOException {
        HttpPost post = new HttpPost(url);
        post.setHeader("webhook-id", call.id());
        post.setHeader("webhook-timestamp", Long.toString(call.at().getEpochSecond()));
        post.setHeader("webhook-signature", signatures);
        post.setEntity(new StringEntity(call.body(), ContentType.APPLICATION_JSON));
        // one that answers a byte at a time would keep within every other timeout
        ScheduledFuture<?> giveUp = alarm.schedule(() -> post.abort(), LONGEST_SECONDS, TimeUnit.SECONDS);
        try (ClassicHttpResponse answer = http.executeOpen(null, post, null)) {
            int status = answer.getCode();
            // its body may be endless: it goes with the connection
            post.abort();
            return status;
        } finally {
            giveUp.cancel(false);
        }
    }

    private static Outcome outcome(int status) {
        if (status >= 200 && status < 300) {
            return new Outcome.Taken();
        }
        return status == GONE
                ? new Outcome.Gone("it answered 410, which asks not to be called any more")
                : new Outcome.Failed("it answered " + status);
    }

    @Override
    public void destroy() throws IOException {
        alarm.shutdownNow();
        http.close();
    }
}
