own_words = بلغات عدة
