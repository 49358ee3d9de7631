# What this site says in other words than the program does, and a message of its own.
axis = ترازو
own_words = به { $languages ->
        [2] دو زبان
       *[other] چند زبان
    }
