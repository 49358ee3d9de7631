own_words = In { $languages ->
        [2] two languages
       *[other] several languages
    }
