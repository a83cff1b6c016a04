package counterpart.receive.batch;

import counterpart.receive.Landing;
import counterpart.receive.jdbc.JdbcTaking;
import java.io.IOException;
import org.springframework.beans.factory.InitializingBean;

/** Frees the landing, at start, of what a process left that ended between the landing and the ledger. */
final class LandingSweep implements InitializingBean {
    private final Landing landing;
    private final JdbcTaking taking;

    LandingSweep(Landing landing, JdbcTaking taking) {
        this.landing = landing;
        this.taking = taking;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        landing.sweep(taking.known());
    }
}
