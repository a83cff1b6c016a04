package counterpart.partner.sftp;

import counterpart.partner.Configuration;
import counterpart.partner.RemoteInbox;
import org.springframework.context.annotation.Bean;

/** The ways to partners' servers, for every stage that sends or fetches. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class PartnerServerBeans {
    @Bean
    PartnerServers partnerServers() {
        return new PartnerServers();
    }

    @Bean
    RemoteInbox remoteInbox(Configuration configuration, PartnerServers partnerServers) {
        return new SftpInbox(configuration, partnerServers);
    }
}
