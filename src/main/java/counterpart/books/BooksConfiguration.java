package counterpart.books;

import counterpart.model.Home;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The books of the bean {@link Home}, whose lock the application must hold. */
@Configuration(proxyBeanMethods = false)
public class BooksConfiguration {
    @Bean(destroyMethod = "close")
    Books books(Home home) {
        return DuckBooks.open(home, BooksSettings.besideHeap(), Manifest.NO_KEY);
    }
}
